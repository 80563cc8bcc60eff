import type { Article } from '@pressmark/core';

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
          {article.raw.map((item, row) => (
            <tr key={row} className="border-hairline border-b align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium font-mono text-accent">
                {item.label || <span className="font-normal font-sans text-faint">none</span>}
              </th>
              <td className="space-y-1.5 py-2">
                {item.values.map((value, place) => (
                  <p key={place} className="whitespace-pre-wrap break-words font-mono">
                    {value}
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
