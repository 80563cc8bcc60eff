import { Dices } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { tool } from '@/components/ui/tool.ts';
import { largestSample, type SearchAddress } from './address.ts';
import type { ChangeSearch } from './use-search.ts';

interface SampleMenuProps {
  search: SearchAddress;
  change: ChangeSearch;
  disabled: boolean;
}

const field =
  'mt-1 block w-full rounded border border-rule bg-transparent px-2 py-1 text-sm tabular-nums outline-none focus:border-accent';

/** Draws a random sample of the hits. */
export function SampleMenu({ search, change, disabled }: SampleMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger disabled={disabled} title="Sample" className={tool}>
        <Dices size={14} aria-hidden="true" />
        <span className="@max-[38rem]/bar:sr-only">Sample</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Random sample"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-72 rounded-md border border-hairline bg-raised p-4 text-sm shadow-shade/10 shadow-lg"
        >
          <SampleForm
            search={search}
            onDraw={(size, seed) => {
              change({ sample: size, seed });
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function SampleForm({ search, onDraw }: { search: SearchAddress; onDraw(size: number, seed: number): void }) {
  const [seed] = useState(() => search.seed ?? Math.floor(Math.random() * 10_000));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onDraw(Number(data.get('size')), Number(data.get('seed')));
      }}
    >
      <p className="label mb-2">Random sample</p>
      <div className="grid grid-cols-2 gap-3">
        <label>
          Articles
          <input
            name="size"
            type="number"
            required
            min={1}
            max={largestSample}
            defaultValue={search.sample ?? 50}
            className={field}
          />
        </label>
        <label>
          Seed
          <input
            name="seed"
            type="number"
            required
            min={0}
            max={Number.MAX_SAFE_INTEGER}
            defaultValue={seed}
            className={field}
          />
        </label>
      </div>
      <p className="my-3 text-faint text-xs">
        The same seed draws the same articles from the same hits, on any machine.
      </p>
      <Button type="submit">Draw</Button>
    </form>
  );
}
