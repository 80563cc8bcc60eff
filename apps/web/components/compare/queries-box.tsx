'use client';
import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { CompareAddress } from './address.ts';
import { ColumnSelect } from './column-select.tsx';
import { type Opened, useListFile } from './use-list-file.ts';

const example = 'climate = clima* or co2\nferries = ferr* and hd=harbour';

interface QueriesBoxProps {
  address: CompareAddress;
  opened: Opened;
  onOpen(opened: Opened): void;
}

/** Where the queries are typed, or a file of them is dropped. */
export function QueriesBox({ address, opened, onOpen }: QueriesBoxProps) {
  const [text, setText] = useState(address.queries);
  const [names, setNames] = useState(address.names);
  const hint = useId();
  const { getRootProps, getInputProps, isDragActive, open, load } = useListFile(onOpen, (lines) => {
    setText(lines);
    address.compare(lines, names);
  });
  const submit = () => {
    onOpen({ file: null, left: [] });
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
      {opened.file && opened.file.columns.length > 1 ? (
        <ColumnSelect
          file={opened.file}
          onChoose={(column) => opened.file && void load({ ...opened.file, column })}
        />
      ) : null}
      {address.isLong ? (
        <p className="mt-3 text-soft text-sm">
          These are too many for an address: a link to this page does not hold them. Keep the list as a file.
        </p>
      ) : null}
    </form>
  );
}
