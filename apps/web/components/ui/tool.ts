/** How every quiet button in a line of tools looks: an icon with its name. */
export const tool =
  'flex h-8 items-center gap-1.5 rounded px-2 text-sm text-soft hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent data-[state=open]:bg-sunken data-[state=open]:text-ink disabled:pointer-events-none disabled:opacity-40';
