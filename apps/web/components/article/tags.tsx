'use client';
import { printValue } from '@pressmark/core/query';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import Link from 'next/link';
import { type FormEvent, useId, useRef, useState } from 'react';
import { searchHref } from '@/components/search/address.ts';
import { Button } from '@/components/ui/button.tsx';
import { useApi } from '@/data/api.ts';
import type { Stored } from '@/data/types.ts';
import { useKnown } from './use-known.ts';

/** The tags of an article, each with the search that finds all that carry it; more can be given, and these taken. */
export function Tags({ stored }: { stored: Stored }) {
  const { add, remove, said, setSaid } = useKnown();
  const input = useRef<HTMLInputElement>(null);
  const articles = [stored.article.id];
  const removeTag = (name: string) =>
    remove.mutate(
      { name, articles },
      {
        onSuccess: () => {
          setSaid(`The tag ${name} is removed.`);
          // The button that was pressed is gone.
          input.current?.focus();
        },
      },
    );
  const addTag = (name: string, done: () => void) =>
    add.mutate(
      { name, articles },
      {
        onSuccess: (given) => {
          setSaid(`The tag ${given.name} is added.`);
          done();
        },
      },
    );
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">Tags</h2>
      {stored.tags.length > 0 ? (
        <ul aria-label="Tags" className="mt-2 flex flex-wrap gap-1.5">
          {stored.tags.map((name) => (
            <TagChip key={name} name={name} onRemove={() => removeTag(name)} />
          ))}
        </ul>
      ) : null}
      <TagForm
        input={input}
        taken={stored.tags}
        pending={add.isPending}
        problem={(add.error ?? remove.error)?.message}
        onTag={addTag}
      />
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}

function TagChip({ name, onRemove }: { name: string; onRemove(): void }) {
  return (
    <li className="flex min-w-0 max-w-full items-center rounded bg-accent-soft text-accent">
      <Link
        href={searchHref({ q: `tag=${printValue('tag', name)}` })}
        prefetch={false}
        className="wrap-anywhere min-w-0 py-1 pl-2 underline-offset-4 hover:underline print:pr-2"
      >
        <bdi>{name}</bdi>
      </Link>
      <button
        type="button"
        aria-label={`Remove the tag ${name}`}
        title="Remove"
        onClick={onRemove}
        className="flex size-7 shrink-0 items-center justify-center rounded hover:bg-sunken print:hidden"
      >
        <X size={13} aria-hidden="true" />
      </button>
    </li>
  );
}

interface TagFormProps {
  input: React.RefObject<HTMLInputElement | null>;
  taken: string[];
  pending: boolean;
  problem: string | undefined;
  onTag(name: string, done: () => void): void;
}

/** Asks for a tag; those that the archive has are offered. */
function TagForm({ input, taken, pending, problem, onTag }: TagFormProps) {
  const api = useApi();
  const [name, setName] = useState('');
  const id = useId();
  const known = useQuery(api.tags.list.queryOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !pending) onTag(name, () => setName(''));
  };
  return (
    <form onSubmit={submit} className="mt-2 print:hidden">
      <div className="flex gap-2">
        <input
          ref={input}
          aria-label="Add a tag"
          value={name}
          onChange={(event) => setName(event.target.value)}
          list={`${id}-known`}
          maxLength={60}
          placeholder="Add a tag"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          className="h-9 w-full min-w-0 rounded border border-rule bg-raised px-3"
        />
        <datalist id={`${id}-known`}>
          {known.data
            ?.filter((tag) => !taken.includes(tag.name))
            .map((tag) => (
              <option key={tag.name} value={tag.name} />
            ))}
        </datalist>
        <Button type="submit" disabled={pending || name.trim() === ''}>
          Add
        </Button>
      </div>
      {problem === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className="mt-2 text-error">
          {problem}
        </p>
      )}
    </form>
  );
}
