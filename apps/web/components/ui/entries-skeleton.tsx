/** Stands for a list of entries until they are there. */
export function EntriesSkeleton() {
  return (
    <div aria-hidden="true" className="divide-y divide-hairline">
      {['w-56', 'w-64', 'w-48'].map((width) => (
        <div key={width} className="space-y-2 py-4">
          <div className={`skeleton h-4 ${width}`} />
          <div className="skeleton h-3 w-80 max-w-full" />
        </div>
      ))}
    </div>
  );
}
