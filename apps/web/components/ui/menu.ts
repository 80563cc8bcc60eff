/** How every menu and popover looks. */
export const menuContent =
  'z-50 min-w-44 rounded-md border border-hairline bg-raised p-1 text-sm shadow-lg shadow-shade/10';
export const menuItem =
  'flex cursor-pointer items-center gap-3 rounded px-2.5 py-1.5 outline-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent';
