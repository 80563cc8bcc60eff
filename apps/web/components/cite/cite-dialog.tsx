'use client';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { Check, Copy, Download } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Tabs } from 'radix-ui';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { useCopied } from '@/components/ui/use-copied.ts';
import { useApi } from '@/data/api.ts';
import { type CitationFormat, citationFormats, citationLabels } from './formats.ts';
import { saveText } from './save-text.ts';

/** The format a citation is shown in, as the address has it; none where nothing is cited. */
export function useCited() {
  return useQueryState('cite', parseAsStringLiteral(citationFormats));
}

/** The reference to an article in every format, to copy or to keep as a file. */
export function CiteDialog({ id }: { id: string }) {
  const [cited, setCited] = useCited();
  return (
    <Dialog
      open={cited !== null}
      onOpenChange={(open) => void setCited(open ? 'apa' : null)}
      title="Cite this article"
      wide
    >
      <Tabs.Root value={cited ?? 'apa'} onValueChange={(format) => void setCited(format as CitationFormat)}>
        <Tabs.List
          aria-label="Format"
          className="-mx-2.5 -mt-1 flex overflow-x-auto border-hairline border-b text-sm [scrollbar-width:none]"
        >
          {citationFormats.map((format) => (
            <Tabs.Trigger
              key={format}
              value={format}
              className="-mb-px shrink-0 border-transparent border-b-2 px-2.5 pt-1 pb-2 text-soft -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {citationLabels[format].label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {citationFormats.map((format) => (
          <Tabs.Content key={format} value={format} className="pt-5">
            <Citation id={id} format={format} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}

function Citation({ id, format }: { id: string; format: CitationFormat }) {
  const api = useApi();
  const asked = useQuery(api.articles.cite.queryOptions({ ids: [id], to: format, repaired: true }));
  const [copied, copy] = useCopied();
  if (asked.error) return <Failure error={asked.error} retry={asked.refetch} />;
  const text = asked.data?.text.trim();
  const save = () => {
    if (!asked.data) return;
    const { text, extension, mediaType } = asked.data;
    saveText(text, { name: `${id.replace(/^\w+:/, '')}.${extension}`, mediaType });
  };
  return (
    <>
      {text === undefined ? (
        <div aria-hidden="true" className="skeleton h-24 w-full" />
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-label={`The reference as ${citationLabels[format].label}`}
          className="max-h-[45dvh] min-h-24 overflow-y-auto rounded bg-sunken p-4"
        >
          <pre
            dir="auto"
            className={clsx(
              'whitespace-pre-wrap break-words',
              format === 'apa'
                ? 'font-serif text-[1.0625rem] leading-relaxed'
                : 'font-mono text-xs leading-5',
            )}
          >
            {text}
          </pre>
        </section>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-2.5">
        <Button look="solid" disabled={!text} onClick={() => void copy(text ?? '')}>
          {copied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
          <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
        <Button disabled={!text} onClick={save}>
          <Download size={15} aria-hidden="true" />
          Download
        </Button>
        <span className="ml-auto text-faint text-xs">{citationLabels[format].note}</span>
      </div>
    </>
  );
}
