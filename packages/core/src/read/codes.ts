import type { Code } from '../article.ts';

const separator = /\s+\|\s+|\s*\|\s*$/u;
const pair = /^(\S+)\s+:(?:\s+(.*))?$/u;

/**
 * Reads a list of codes (`gpol : Domestic Politics | lam :  | usa : United States`). A name may be empty; a list
 * without names is a list of bare codes. Escapes of the vendor such as `production'sp'level` stay as they are.
 */
export function readCodes(text: string): Code[] {
  if (text === '') return [];
  const codes: Code[] = [];
  for (const part of text.split(separator)) {
    const entry = part.trim();
    if (entry === '') continue;
    const [, code = entry, name] = pair.exec(entry) ?? [];
    codes.push(name ? { code, name: name.trim() } : { code });
  }
  return codes;
}
