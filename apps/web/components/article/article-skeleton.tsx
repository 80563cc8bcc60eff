const lines = ['w-full', 'w-11/12', 'w-10/12', 'w-9/12', 'w-4/5', 'w-3/4', 'w-2/3'];

/** The shape of an article that is on its way. */
export function ArticleSkeleton() {
  return (
    <div aria-hidden="true" className="mx-auto max-w-5xl space-y-4 pt-20">
      <div className="skeleton h-3 w-20" />
      <div className="skeleton h-11 w-full" />
      <div className="skeleton h-11 w-3/5" />
      <div className="skeleton h-4 w-64" />
      <div className="space-y-3 pt-6">
        {lines.map((width) => (
          <div key={width} className={`skeleton h-4 ${width}`} />
        ))}
      </div>
    </div>
  );
}
