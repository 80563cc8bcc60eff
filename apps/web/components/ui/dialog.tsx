'use client';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './button.tsx';

interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  children: ReactNode;
  wide?: boolean;
  /** Without heading and padding; the title is only spoken. */
  bare?: boolean;
  /** From the left edge, full height: for filters on a narrow screen. */
  side?: boolean;
}

export function Dialog({ open, onOpenChange, title, children, wide, bare, side }: DialogProps) {
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade/40" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          // No trigger of its own tells where the focus came from.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className={clsx(
            'fixed z-50 overflow-y-auto bg-raised shadow-2xl shadow-shade/20 outline-none',
            side
              ? 'inset-y-0 left-0 w-[min(22rem,90vw)]'
              : 'left-1/2 max-h-[80dvh] w-[calc(100vw-2rem)] -translate-x-1/2 rounded-lg border border-hairline',
            !side && (bare ? 'top-[15vh] max-w-xl' : 'top-[10vh]'),
            !side && !bare && (wide ? 'max-w-3xl' : 'max-w-lg'),
            !bare && 'p-6',
          )}
        >
          <div className={clsx(bare ? 'sr-only' : 'mb-5 flex items-start justify-between gap-4')}>
            <Radix.Title className="headline text-xl">{title}</Radix.Title>
            {bare ? null : (
              <Radix.Close asChild>
                <IconButton label="Close" className="-mt-1 -mr-2">
                  <X size={17} />
                </IconButton>
              </Radix.Close>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
