'use client';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Stored } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { useKnown } from './use-known.ts';

/** The note to an article: it can be written, replaced, cleared, and what was cleared brought back. */
export function Note({ stored }: { stored: Stored }) {
  const { note } = stored;
  const article = stored.article.id;
  const { write, clear, said, setSaid } = useKnown();
  const [editing, setEditing] = useState(false);
  const [cleared, setCleared] = useState<string>();
  const save = (text: string) =>
    write.mutate(
      { article, text },
      {
        onSuccess: () => {
          setSaid('The note is saved.');
          setEditing(false);
          setCleared(undefined);
        },
      },
    );
  const clearNote = () =>
    clear.mutate(
      { article },
      {
        onSuccess: ({ text }) => {
          setSaid('The note is cleared.');
          setCleared(text);
        },
      },
    );
  const problem = (write.error ?? clear.error)?.message;
  return (
    <section className={note ? '' : 'print:hidden'}>
      <h2 className="label border-hairline border-b pb-1.5">Note</h2>
      {editing ? (
        <NoteForm
          initial={note?.text ?? ''}
          pending={write.isPending}
          onSave={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          {note ? <Written note={note} /> : null}
          <div className="mt-2 flex flex-wrap gap-2 print:hidden">
            <Button onClick={() => setEditing(true)}>{note ? 'Edit the note' : 'Write a note'}</Button>
            {note ? (
              <Button look="quiet" onClick={clearNote} disabled={clear.isPending}>
                Clear the note
              </Button>
            ) : null}
            {!note && cleared !== undefined ? (
              <Button look="quiet" onClick={() => save(cleared)} disabled={write.isPending}>
                Undo: bring the note back
              </Button>
            ) : null}
          </div>
        </>
      )}
      {problem === undefined ? null : (
        <p role="alert" className="mt-2 text-error">
          {problem}
        </p>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}

function Written({ note }: { note: NonNullable<Stored['note']> }) {
  return (
    <>
      <p dir="auto" className="mt-2 whitespace-pre-wrap break-words">
        {note.text}
      </p>
      <p className="mt-1 text-faint text-xs">
        Written <time suppressHydrationWarning>{formatMoment(note.writtenAt)}</time>
      </p>
    </>
  );
}

interface NoteFormProps {
  initial: string;
  pending: boolean;
  onSave(text: string): void;
  onCancel(): void;
}

function NoteForm({ initial, pending, onSave, onCancel }: NoteFormProps) {
  const [text, setText] = useState(initial);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(text);
  };
  return (
    <form onSubmit={submit} className="mt-2 space-y-2">
      <label htmlFor={id} className="sr-only">
        Text of the note
      </label>
      <textarea
        id={id}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={10_000}
        rows={5}
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type here.
        autoFocus
        className="w-full rounded border border-rule bg-raised px-3 py-2"
      />
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={pending || text.trim() === ''}>
          Save the note
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
