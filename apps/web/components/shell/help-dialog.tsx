'use client';
import { Switch } from 'radix-ui';
import { QueryExamples } from '@/components/search/query-examples.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { useShortcutSettings } from './shortcut-context.ts';

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [['/'], 'Search'],
      [['Ctrl', 'K'], 'Commands'],
      [['g', 'o'], 'Overview'],
      [['g', 's'], 'Search page'],
      [['g', 'c'], 'Compare searches'],
      [['g', 'v'], 'Saved searches'],
      [['g', 'i'], 'Imports'],
      [['?'], 'This help'],
    ],
  },
  {
    title: 'Results',
    keys: [
      [['j'], 'Next article'],
      [['k'], 'Previous article'],
      [['Enter'], 'Open it (also o)'],
      [['Esc'], 'Leave the box'],
    ],
  },
  {
    title: 'Article',
    keys: [
      [['j'], 'Next of the results'],
      [['k'], 'Previous of the results'],
      [['n'], 'Next hit'],
      [['N'], 'Previous hit'],
      [['r'], 'Raw fields'],
      [['c'], 'Cite'],
      [['Esc'], 'Back to the results'],
    ],
  },
];

/** Keys, the query language in five lines, and the switch for single keys. */
export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys and queries" wide>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-3">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="label mb-2">{group.title}</h3>
            <dl className="space-y-1.5 text-sm">
              {group.keys.map(([keys, meaning]) => (
                <div key={meaning} className="flex items-center justify-between gap-4">
                  <dt className="text-soft">{meaning}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <section className="mt-7 border-hairline border-t pt-5">
        <h3 className="label mb-2">Queries</h3>
        <QueryExamples />
      </section>
      <KeySwitch />
    </Dialog>
  );
}

function KeySwitch() {
  const { enabled, setEnabled } = useShortcutSettings();
  return (
    <div className="mt-6 flex items-center gap-3 border-hairline border-t pt-5 text-sm">
      <Switch.Root
        id="single-keys"
        checked={enabled}
        onCheckedChange={setEnabled}
        className="h-5 w-9 rounded-full bg-rule p-0.5 transition-colors data-[state=checked]:bg-accent"
      >
        <Switch.Thumb className="block size-4 rounded-full bg-paper transition-transform data-[state=checked]:translate-x-4" />
      </Switch.Root>
      <label htmlFor="single-keys">Shortcuts of a single key</label>
    </div>
  );
}
