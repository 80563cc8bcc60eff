import clsx from 'clsx';

/** Name, value, and how to set it; without a value the row is left out. */
export type Detail = [name: string, value: string | undefined, look?: 'mono' | 'code'];

export function DetailList({ title, details }: { title: string; details: Detail[] }) {
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">{title}</h2>
      <dl>
        {details.map(([name, value, look]) =>
          value ? (
            <div
              key={name}
              className="grid grid-cols-[6.75rem_minmax(0,1fr)] gap-3 border-hairline border-b py-1.5"
            >
              <dt className="text-faint">{name}</dt>
              <dd
                dir="auto"
                className={clsx(
                  'min-w-0 break-words tabular-nums',
                  look && 'font-mono text-xs leading-5',
                  look === 'code' && 'break-all',
                )}
              >
                {value}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
