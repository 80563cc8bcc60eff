'use client';
import { Check, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '@/components/ui/button.tsx';
import { menuContent, menuItem } from '@/components/ui/menu.ts';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' };

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label="Theme">
          <Sun size={17} className="dark:hidden" />
          <Moon size={17} className="hidden dark:block" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={6} className={menuContent}>
          <DropdownMenu.RadioGroup value={theme ?? 'system'} onValueChange={setTheme}>
            {Object.entries(themes).map(([value, label]) => (
              <DropdownMenu.RadioItem key={value} value={value} className={menuItem}>
                {label}
                <DropdownMenu.ItemIndicator className="ml-auto">
                  <Check size={14} />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
