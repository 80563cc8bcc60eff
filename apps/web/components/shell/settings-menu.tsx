'use client';
import { Check, Settings } from 'lucide-react';
import { useTheme } from 'next-themes';
import { DropdownMenu } from 'radix-ui';
import { useId, useState } from 'react';
import { dateOrder } from '@/components/search/date-order.ts';
import { IconButton } from '@/components/ui/button.tsx';
import { menuContent, menuItem } from '@/components/ui/menu.ts';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' };
const orders = { dmy: 'Day first: 5 June', mdy: 'Month first: 6 May' };

/** What is kept in this browser: how pages look, and how dates in queries are read. */
export function SettingsMenu() {
  const { theme, setTheme } = useTheme();
  // Other places change it too: it is looked up whenever the menu opens.
  const [order, setOrder] = useState('dmy');
  return (
    <DropdownMenu.Root modal={false} onOpenChange={() => setOrder(dateOrder.get())}>
      <DropdownMenu.Trigger asChild>
        <IconButton label="Settings">
          <Settings size={17} />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={6} className={menuContent}>
          <Choice name="Theme" options={themes} value={theme ?? 'system'} onChange={setTheme} />
          <DropdownMenu.Separator className="my-1 border-hairline border-t" />
          <Choice
            name="05/06/2020 in queries"
            options={orders}
            value={order}
            onChange={(value) => dateOrder.set(value === 'mdy' ? 'mdy' : 'dmy')}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ChoiceProps {
  name: string;
  /** Labels by value. */
  options: Record<string, string>;
  value: string;
  onChange(value: string): void;
}

function Choice({ name, options, value, onChange }: ChoiceProps) {
  const label = useId();
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-labelledby={label}>
      <DropdownMenu.Label id={label} className="label px-2.5 pt-2 pb-1">
        {name}
      </DropdownMenu.Label>
      {Object.entries(options).map(([option, word]) => (
        <DropdownMenu.RadioItem key={option} value={option} className={menuItem}>
          {word}
          <DropdownMenu.ItemIndicator className="ml-auto">
            <Check size={14} />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
