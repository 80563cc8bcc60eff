'use client';
import { type LabelledQuery, parseQueries, parseQueryTable } from '@pressmark/core/query';
import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { Button } from '@/components/ui/button.tsx';
import type { CompareAddress } from './address.ts';

const example = 'climate = clima* or co2\nferries = ferr* and hd=harbour';

/** A query as a line of the box: its label before it, where it has one of its own. */
function lineOf({ label, text }: LabelledQuery): string {
  const plain = label.replace(/["“”„]/g, ' ').trim();
  if (plain === '' || plain === text || `"${plain}"` === text) return text;
  const bare = `${plain} = ${text}`;
  // A label that would be read as something else stands in quotes.
  return parseQueries(bare)[0]?.label === plain ? bare : `"${plain}" = ${text}`;
}

/** The text of a dropped file as lines of the box, and what of it could not be taken. */
async function readFile(file: File): Promise<{ text: string; left: string[] }> {
  const text = await file.text();
  if (!/\.(?:csv|tsv)$/i.test(file.name)) return { text, left: [] };
  const rows = await parseQueryTable(text);
  // A cell that cannot be read as a query is taken all the same: the box says what is wrong with it.
  return {
    text: rows
      .filter((row) => row.text !== '')
      .map(lineOf)
      .join('\n'),
    left: rows.flatMap(({ line, parsed, text: own }) =>
      own === '' && !parsed.ok ? [`Line ${line}: ${parsed.problems[0]?.message}`] : [],
    ),
  };
}

interface QueriesBoxProps {
  address: CompareAddress;
  /** Told what of a file could not be taken. */
  onLeft(left: string[]): void;
}

/** Where the queries are typed, or a file of them is dropped. */
export function QueriesBox({ address, onLeft }: QueriesBoxProps) {
  const [text, setText] = useState(address.queries);
  const [names, setNames] = useState(address.names);
  const hint = useId();
  const take = async ([file]: File[]) => {
    if (!file) return;
    const read = await readFile(file);
    setText(read.text);
    onLeft(read.left);
    address.compare(read.text, names);
  };
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => void take(files),
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    multiple: false,
  });
  const submit = () => {
    onLeft([]);
    address.compare(text, names);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div
        {...getRootProps({ role: undefined })}
        className={isDragActive ? 'rounded outline-2 outline-accent outline-dashed outline-offset-4' : ''}
      >
        <input {...getInputProps({ 'aria-label': 'File of queries' })} />
        <textarea
          aria-label="Queries, one a line"
          aria-describedby={hint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          rows={Math.min(14, Math.max(4, text.split('\n').length + 1))}
          placeholder={example}
          spellCheck={false}
          autoCapitalize="off"
          className="block w-full resize-y rounded border border-rule bg-raised px-3 py-2 font-mono text-base placeholder:text-faint focus-visible:border-accent"
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" look="solid">
          Compare
        </Button>
        <Button onClick={open}>
          <FileUp size={15} aria-hidden="true" />
          Open a list
        </Button>
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={names}
            onChange={(event) => setNames(event.target.checked)}
            className="accent-accent"
          />
          Names, looked for as they stand
        </label>
        <p id={hint} className="text-faint text-sm">
          One query a line, with a label before = if you like. A text file or CSV can be dropped on the box.
        </p>
      </div>
      {address.isLong ? (
        <p className="mt-3 text-soft text-sm">
          These are too many for an address: a link to this page does not hold them. Keep the list as a file.
        </p>
      ) : null}
    </form>
  );
}
