import type { Article } from '@pressmark/core';
import { keyed } from './keyed.ts';

/** What the file said, label by label, unchanged. */
export function RawFields({ article }: { article: Article }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm" aria-label="Raw fields">
        <thead>
          <tr className="border-hairline border-b text-left text-faint text-xs">
            <th scope="col" className="w-24 py-1.5 pr-4 font-medium">
              Label
            </th>
            <th scope="col" className="py-1.5 font-medium">
              Value as the file has it
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed(article.raw).map(({ key, item }) => (
            <tr key={key} className="border-hairline border-b align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium font-mono text-accent">
                {item.label || <span className="font-normal font-sans text-faint">none</span>}
              </th>
              <td className="space-y-1.5 py-2">
                {keyed(item.values).map((value) => (
                  <p key={value.key} className="whitespace-pre-wrap break-words font-mono">
                    {value.item}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
