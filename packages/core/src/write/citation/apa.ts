import type { Writer } from '../writer.ts';
import { carried } from './carried.ts';
import type { Person } from './person.ts';
import { type Reference, referenceOf } from './reference.ts';

/** References after the manual of the APA, seventh edition, as plain text, one a paragraph. */
export const apa: Writer = {
  id: 'apa',
  label: 'APA',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  async *write(articles) {
    for await (const article of articles) yield `${apaReference(referenceOf(article))}\n\n`;
  },
  ...carried(),
};

const monthAndDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });

/** `Fitch, A. (2017, April 8). Iran seeks stronger alliance. The Wall Street Journal Online, A6.` */
function apaReference(reference: Reference): string {
  const title = reference.title ?? '[Untitled]';
  const names = reference.author?.map(personText) ?? [];
  const date = `(${dateText(reference.issued)})`;
  const opening =
    names.length > 0 ? [ended(listed(names)), `${date}.`, ended(title)] : [ended(title), `${date}.`];
  const volume = reference.volume && reference.volume + (reference.issue ? `(${reference.issue})` : '');
  const place = [reference['container-title'], volume, reference.page?.replace(/(\w)\s*-\s*(\w)/u, '$1–$2')];
  const where = place.filter(Boolean).join(', ');
  return [...opening, ...(where ? [ended(where)] : [])].join(' ');
}

function dateText(issued: Reference['issued']): string {
  if (!issued) return 'n.d.';
  const [year, month, day] = issued['date-parts'][0];
  return `${year}, ${monthAndDay.format(Date.UTC(year, month - 1, day))}`;
}

/** More authors than this are cut by the manual's rule: the first nineteen, and the last. */
const mostAuthors = 20;

function listed(names: string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length === 1) return last;
  if (names.length > mostAuthors) return `${names.slice(0, mostAuthors - 1).join(', ')}, . . . ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function personText(person: Person): string {
  if ('literal' in person) return person.literal;
  const { family, given, suffix } = person;
  const initials = given.split(/\s+/u).map((name) => name.split('-').map(initial).join('-'));
  return [family, initials.join(' '), suffix].filter(Boolean).join(', ');
}

function initial(name: string): string {
  const [first = ''] = name;
  return `${first}.`;
}

/** With a full stop, where nothing else ends it. */
function ended(text: string): string {
  return /[.?!…]["”’»]?$/u.test(text) ? text : `${text}.`;
}
