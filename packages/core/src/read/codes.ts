import type { Code } from '../article.ts';

const separator = /\s+\|\s+|\s*\|\s*$/u;
const pair = /^(\S+)\s+:(?:\s+(.*))?$/u;

/**
 * Reads a list of codes (`gpol : Domestic Politics | lam :  | usa : United States`). A name may be empty; a list
 * without names is a list of bare codes. Escapes of the vendor such as `production'sp'level` stay as they are.
 */
export function readCodes(text: string): Code[] {
  if (text === '') return [];
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry.length > 0)
    .map((entry) => {
      const match = pair.exec(entry);
      const name = match?.[2]?.trim();
      return match?.[1] ? { code: match[1], ...(name && { name }) } : { code: entry };
    });
}
