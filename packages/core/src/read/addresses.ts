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
    const family = folded(author.name.split(' ').at(-1) ?? '');
    const own = addresses.find(
      (address) => family.length > 1 && folded(address.split('@')[0] ?? '').includes(family),
    );
    return author.email || !own ? author : { ...author, email: own };
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
