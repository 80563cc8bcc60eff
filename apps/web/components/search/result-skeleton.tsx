const headlines = ['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3', 'w-3/4'];

/** The shape of results that are on their way. */
export function ListSkeleton() {
  return (
    <div aria-hidden="true">
      {headlines.map((width) => (
        <div key={width} className="space-y-2.5 border-hairline border-b py-5">
          <div className={`skeleton h-5 ${width}`} />
          <div className="skeleton h-3.5 w-1/2" />
          <div className="skeleton h-3.5 w-full" />
        </div>
      ))}
    </div>
  );
}
