import { Select } from '@/components/ui/select.tsx';
import type { ListFile } from './list-file.ts';

interface ColumnSelectProps {
  file: ListFile;
  onChoose(column: string): void;
}

/** Which column of an opened table holds the queries. */
export function ColumnSelect({ file, onChoose }: ColumnSelectProps) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-soft text-sm">
      <span className="break-all">{file.name}:</span>
      <Select
        label="Column with the queries"
        value={file.column ?? ''}
        onChange={(event) => onChoose(event.target.value)}
        className="max-w-72 text-sm"
      >
        {file.columns.map((column) => (
          <option key={column} value={column}>
            queries from the column “{column}”
          </option>
        ))}
      </Select>
    </p>
  );
}
