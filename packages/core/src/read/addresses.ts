import type { Author } from '../article.ts';

/** The address of a mailbox. */
export const email = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/;
export const emails = new RegExp(email, 'g');

/** Adds to each author the address in a contact line that carries the family name (`asa.fitch@...`). */
export function withAddresses(authors: Author[], contacts: string[]): Author[] {
  if (authors.length === 0 || contacts.length === 0) return authors;
  const addresses = contacts.flatMap((line) => line.match(emails) ?? []);
  if (addresses.length === 0) return authors;
  return authors.map((author) => {
    if (author.email) return author;
    const family = folded(author.name.slice(author.name.lastIndexOf(' ') + 1));
    if (family.length < 2) return author;
    const own = addresses.find((address) => folded(address.slice(0, address.indexOf('@'))).includes(family));
    return own ? { ...author, email: own } : author;
  });
}

/** Small letters without accents, as they stand in addresses. */
function folded(name: string): string {
  if (/^[A-Za-z]*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
