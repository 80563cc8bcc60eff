import type { Article, Code } from '@pressmark/core';
import Link from 'next/link';
import { searchHref } from '@/components/search/address.ts';

/** Each list of codes, and the search that finds the other articles of a code. */
const lists: { key: keyof Article['codes']; title: string; hrefOf(code: string): string }[] = [
  { key: 'companies', title: 'Companies', hrefOf: (code) => searchHref({ company: [code] }) },
  { key: 'subjects', title: 'Subjects', hrefOf: (code) => searchHref({ subject: [code] }) },
  { key: 'regions', title: 'Regions', hrefOf: (code) => searchHref({ region: [code] }) },
  { key: 'industries', title: 'Industries', hrefOf: (code) => searchHref({ q: `in=${quoted(code)}` }) },
  { key: 'people', title: 'People', hrefOf: (code) => searchHref({ q: `pe=${quoted(code)}` }) },
];

export function CodeLists({ article }: { article: Article }) {
  return lists.map(({ key, title, hrefOf }) =>
    article.codes[key].length > 0 ? (
      <section key={key}>
        <h2 className="label border-hairline border-b pb-1.5">{title}</h2>
        <ul>
          {article.codes[key].map((code) => (
            <CodeLine key={code.code} code={code} href={hrefOf(code.code)} />
          ))}
        </ul>
      </section>
    ) : null,
  );
}

function CodeLine({ code, href }: { code: Code; href: string }) {
  return (
    <li className="border-hairline border-b">
      <Link href={href} prefetch={false} className="group flex items-baseline justify-between gap-3 py-1.5">
        <span className="min-w-0 break-words text-accent underline-offset-4 group-hover:underline">
          {code.name ?? code.code}
        </span>
        {code.name ? <span className="shrink-0 font-mono text-faint text-xs">{code.code}</span> : null}
      </Link>
    </li>
  );
}

function quoted(code: string): string {
  return /^\w+$/.test(code) ? code : `"${code.replaceAll('"', ' ')}"`;
}
