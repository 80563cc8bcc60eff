/** A bar as wide as the work that is done. */
export function Progress({ label, value, of }: { label: string; value: number; of: number }) {
  const share = of === 0 ? 0 : Math.min(100, Math.round((value / of) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      className="h-1.5 overflow-hidden rounded-full bg-hairline"
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-300"
        style={{ width: `${share}%` }}
      />
    </div>
  );
}
