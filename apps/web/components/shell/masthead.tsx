import Link from 'next/link';
import { Navigation } from './navigation.tsx';
import { MastheadTools } from './tools.tsx';

/** The line at the top of every page: name, sections, tools. */
export function Masthead() {
  return (
    <header className="sticky top-0 z-30 border-hairline border-b bg-paper print:hidden">
      <div className="mx-auto flex h-14 max-w-[104rem] items-center gap-3 px-4 sm:gap-8 sm:px-6 lg:px-10">
        <Link href="/" className="flex shrink-0 items-center gap-2.5" aria-label="Pressmark, overview">
          <Emblem />
          <span className="headline hidden text-[1.3125rem] leading-none min-[480px]:block">Pressmark</span>
        </Link>
        <Navigation />
        <MastheadTools />
      </div>
    </header>
  );
}

function Emblem() {
  return (
    <svg viewBox="0 0 20 24" className="h-6 w-5 text-accent" aria-hidden="true">
      <path d="M2 1h16v22l-8-5.4L2 23z" fill="currentColor" />
      <path
        d="M5.5 5.5h9M5.5 9h9M5.5 12.5h5.5"
        stroke="var(--paper)"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
