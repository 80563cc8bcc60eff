import type { Value } from './reader.ts';

const printedLink = /(\S*?)\[((?:https?:\/\/|mailto:)[^\]\s]{1,2000})\]/g;

/** The vendor prints links as `text[http://...]`: the text stays, the address becomes data. */
export function splitLinks(text: string): Value {
  if (!text.includes('[')) return { text };
  const links: { text: string; url: string }[] = [];
  const plain = text.replace(printedLink, (_, label: string, url: string) => {
    links.push({ text: label || url, url });
    return label;
  });
  return links.length > 0 ? { text: plain, links } : { text };
}
