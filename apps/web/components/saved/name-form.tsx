import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';

interface NameFormProps {
  initial: string;
  action: string;
  pending: boolean;
  problem: string | undefined;
  onName(name: string): void;
  onCancel(): void;
}

/** Asks for the name of a search. */
export function NameForm({ initial, action, pending, problem, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(initial);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(name.trim());
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <label htmlFor={id} className="label block">
        Name
      </label>
      <input
        id={id}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        maxLength={200}
        required
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type here.
        autoFocus
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        className="h-9 w-full rounded border border-rule bg-raised px-3 text-base"
      />
      {problem === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className="text-error text-sm">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={pending || name.trim() === ''}>
          {action}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
