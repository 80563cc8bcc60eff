import type { Value } from './reader.ts';

const longestLabel = 200;
const longestUrl = 2000;
const opening = /[[<](?=https?:\/\/|mailto:)/g;

/**
 * The vendor prints links as `text[http://...]`, mail programs as `text<http://...>`: the text stays, the address becomes
 * data. Linear in the text.
 */
export function splitLinks(text: string): Value {
  if (!text.includes('[') && !text.includes('<')) return { text };
  const links: { text: string; url: string }[] = [];
  let plain = '';
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(opening)) {
    const ahead = text.slice(index + 1, index + longestUrl);
    const length = ahead.search(mark === '[' ? /[\]\s[]/ : /[>\s<]/);
    if (ahead[length] !== (mark === '[' ? ']' : '>')) continue;
    const url = ahead.slice(0, length);
    const label = lastWord(text.slice(Math.max(at, index - longestLabel), index));
    links.push({ text: label || url, url });
    plain += text.slice(at, index);
    at = index + length + 2;
    // No space is left before another one, or at the end.
    if (plain.endsWith(' ') && /^(?:\s|$)/.test(text.slice(at, at + 1))) plain = plain.slice(0, -1);
  }
  return links.length > 0 ? { text: plain + text.slice(at), links } : { text };
}

function lastWord(text: string): string {
  return text.slice(text.search(/\S*$/));
}
