import Link from 'next/link';

/** The way on from a page that has nothing to show. */
export function SearchLink() {
  return (
    <p>
      <Link href="/search" className="link">
        Search the archive
      </Link>
    </p>
  );
}
