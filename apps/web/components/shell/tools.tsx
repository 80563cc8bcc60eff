'use client';
import { CircleHelp, Command } from 'lucide-react';
import { IconButton } from '@/components/ui/button.tsx';
import { openPalette } from './palette.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { useShortcutSettings } from './shortcut-context.ts';

export function MastheadTools() {
  const { showHelp } = useShortcutSettings();
  return (
    <div className="ml-auto flex shrink-0 items-center gap-1">
      <button
        type="button"
        onClick={openPalette}
        className="mr-1 hidden h-8 items-center gap-2 rounded px-2 text-faint text-sm hover:bg-sunken hover:text-ink lg:flex"
      >
        <Command size={14} aria-hidden="true" />
        Commands
        <kbd>Ctrl K</kbd>
      </button>
      <IconButton label="Keys and queries" onClick={showHelp}>
        <CircleHelp size={17} />
      </IconButton>
      <SettingsMenu />
    </div>
  );
}
