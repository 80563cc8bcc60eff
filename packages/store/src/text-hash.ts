import { hash } from 'node:crypto';
import type { Article } from '@pressmark/core';

/** Hexadecimal digits kept: a number of 48 bits, so that a chance meeting among a million texts is one in hundreds. */
const digits = 12;

/**
 * A number for the text of an article: the paragraphs of its body, or its headline where it has no body; null where it has
 * neither. Articles of the same text have the same number, whatever their ids, sources and codes.
 */
export function textHash({ headline, body }: Article): number | null {
  const text = body.map((block) => block.text).join('\n') || headline;
  return text === '' ? null : Number.parseInt(hash('sha256', text, 'hex').slice(0, digits), 16);
}
