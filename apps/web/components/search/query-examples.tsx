const examples: [string, string][] = [
  ['ferry timetable', 'these words, in this order'],
  ['ferry and (harbour or port)', 'both; and, or, not, brackets'],
  ['elect*', 'any ending'],
  ['hd=harbour', 'in the headline; also by= sn= ns= co= re='],
  ['date from 2017-01-01 to 2017-04-30', 'published in these days'],
];

/** The query language in five lines. */
export function QueryExamples() {
  return (
    <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
      {examples.map(([query, meaning]) => (
        <div key={query} className="contents">
          <dt className="font-mono text-ink">{query}</dt>
          <dd className="mb-1 text-soft sm:mb-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
