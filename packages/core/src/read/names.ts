import type { Author } from '../article.ts';

const opening = /^(?:by|von|par|por|di|da|door|af|av|od|przez|от)\s*:?\s+/iu;
const between = /\s*;\s*|\s+\/\s+|\s+(?:and|und|et|y|e|en|och|og|&)\s+(?=\p{Lu})|\s*\n\s*/u;
// A byline such as "Ann Lee, Bo Grant and Cy Hall": commas part names only where both sides look like one.
const commaNames =
  /\s*,\s*(?=\p{Lu}[\p{L}.'’-]+\s+\p{Lu})(?![^,]*(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ss]taff|[Rr]eda[kc]t|[Jj]ournalist))/u;
const role =
  /\s*(?:,\s*|\()((?:[^(),]*)(?:correspondent|reporter|editor|writer|staff|korrespondent|redak\p{L}*|journalist\p{L}*)[^()]*)\)?$/iu;
// Longer than this it is no byline; the patterns below are not linear.
const longestByline = 1000;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Splits a byline into authors: openings (By, Von, Par ...) dropped, titles and addresses apart. */
export function readAuthors(byline: string): Author[] {
  if (byline.length > longestByline) return [];
  const names = byline.trim().replace(opening, '').split(between);
  return names.flatMap((name) => name.split(commaNames)).flatMap(readAuthor);
}

function readAuthor(text: string): Author[] {
  const address = email.exec(text)?.[0];
  const title = role.exec(text)?.[1]?.trim();
  const name = text
    .replace(email, '')
    .replace(role, '')
    .replace(opening, '')
    .replace(/[\s,;()]+$/u, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}{2}/u.test(name)
    ? [{ name, ...(title && { role: title }), ...(address && { email: address }) }]
    : [];
}

/** Adds to each author the address in a contact line that carries the family name (`asa.fitch@...`). */
export function withAddresses(authors: Author[], contacts: string[]): Author[] {
  const addresses = contacts.flatMap((line) => line.match(new RegExp(email, 'g')) ?? []);
  return authors.map((author) => {
    const family = author.name.split(' ').at(-1)?.toLowerCase() ?? '';
    const own = addresses.find(
      (address) => family.length > 1 && address.split('@')[0]?.toLowerCase().includes(family),
    );
    return author.email || !own ? author : { ...author, email: own };
  });
}
