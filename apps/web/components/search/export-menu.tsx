import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { citationFormats, citationLabels } from '@/components/cite/formats.ts';
import { useView } from '@/components/lines/address.ts';
import { menuContent, menuItem } from '@/components/ui/menu.ts';
import { tool } from '@/components/ui/tool.ts';
import { type SearchAddress, selectionOf, sinceOf } from './address.ts';

const rows = [
  { to: 'jsonl', label: 'JSON lines', note: 'every field' },
  { to: 'csv', label: 'CSV', note: 'for a spreadsheet' },
];
const references = citationFormats.map((to) => ({ to, ...citationLabels[to] }));

/** Every hit as a file. */
export function ExportMenu({ search, disabled }: { search: SearchAddress; disabled: boolean }) {
  const { view, order, width } = useView();
  const hrefOf = (to: string) =>
    view === 'lines' ? linesHref(search, { to, sort: order, width: String(width) }) : exportHref(search, to);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger disabled={disabled} title="Export" className={tool}>
        <Download size={14} aria-hidden="true" />
        <span className="@max-[38rem]/bar:sr-only">Export</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={6} className={menuContent}>
          <Choices choices={rows} hrefOf={hrefOf} />
          {view === 'lines' ? null : (
            <DropdownMenu.Group>
              <DropdownMenu.Label className="label mt-1 border-hairline border-t px-2.5 pt-2.5 pb-1">
                References
              </DropdownMenu.Label>
              <Choices choices={references} hrefOf={hrefOf} />
            </DropdownMenu.Group>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ChoicesProps {
  choices: { to: string; label: string; note: string }[];
  hrefOf(to: string): string;
}

function Choices({ choices, hrefOf }: ChoicesProps) {
  return choices.map(({ to, label, note }) => (
    <DropdownMenu.Item key={to} asChild className={menuItem}>
      <a href={hrefOf(to)} download>
        {label}
        <span className="ml-auto pl-4 text-faint text-xs">{note}</span>
      </a>
    </DropdownMenu.Item>
  ));
}

function parametersOf(search: SearchAddress, more: Record<string, string>): URLSearchParams {
  const parameters = new URLSearchParams({
    q: search.q,
    ...more,
    selection: JSON.stringify(selectionOf(search)),
  });
  const { since } = sinceOf(search);
  if (since !== undefined) parameters.set('since', String(since));
  return parameters;
}

function exportHref(search: SearchAddress, to: string): string {
  return `/api/export?${parametersOf(search, { to })}`;
}

/** Every line of the search, in the order and the width shown. */
function linesHref(search: SearchAddress, shown: { to: string; sort: string; width: string }): string {
  return `/api/lines?${parametersOf(search, shown)}`;
}
