import type { Diagnostic } from '../../diagnostic.ts';
import { type Candidate, damaged, type Examined, type Kind, matches } from './place.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a program should have taken away and left: control words, escapes, hyphens of line ends. */
export const leftovers: readonly Kind[] = [
  {
    pairs: [[null, /\\/]],
    find: (examined) => [...escapes(examined), ...controlWords(examined)],
  },
  {
    pairs: [
      [null, /\u00ad/],
      [/&/, /[a-z#]/],
      [/-/, /\n/],
    ],
    find: (examined, known) => [...softHyphens(examined, known), ...entities(examined)],
  },
];

// `\b ISIS\b0 `: from an opening control word to the one that ends it, or one control word alone.
const controlWord =
  /\\([a-z]{1,20})(?:-?\d{1,6})?(?: |(?=[^\w ])|$)(?:([^\\\n]{1,120})\\\1(?:0)(?: |(?=[^\w ])|$))?/g;
// Words after which a Windows path or a TeX name would be meant: only what a text processor writes counts.
const knownControl =
  /^\\(?:b|i|ul|ulnone|strike|cf|cb|f|fs|par|pard|plain|line|tab|lang|langfe|langnp|highlight|super|sub|nosupersub|caps|scaps|v|intbl|cell|row|qc|ql|qr|qj|li|ri|fi|sa|sb|sl|slmult|u|uc|af|afs|dn|up|kerning|expnd|expndtw|chcbpat|cs|ltrch|rtlch|ltrpar|rtlpar|loch|hich|dbch|hyphpar|widctlpar|nowidctlpar|adjustright|page|sect|sectd|pagebb|keepn|keep|insrsid|charrsid)(?![a-z])/;

function controlWords({ path, text }: Examined): Diagnostic[] {
  return matches(text, controlWord)
    .filter((match) => knownControl.test(match[0]) && !isPath(text, match.index))
    .map((match) =>
      damaged('damage-control-word', path, {
        start: match.index,
        end: match.index + match[0].length,
        message: `Control words were left in the text: “${match[0].trim()}”.`,
        candidates: withoutWords(match, text),
      }),
    );
}

/** The text of control words without them; a space that ends one may be all that is left of the one between two words. */
function withoutWords({ index, 0: words, 2: inner = '' }: RegExpExecArray, text: string): Candidate[] {
  const plain = { text: inner, reason: 'the text without its control words' };
  const before = inner === '' ? text.slice(0, index) : inner;
  const between =
    words.endsWith(' ') &&
    /[\p{L}\p{N}]$/u.test(before) &&
    /^[\p{L}\p{N}]/u.test(text.slice(index + words.length));
  return between
    ? [{ text: `${inner} `, reason: 'without its control words, a space kept' }, plain]
    : [plain];
}

// Longer names of folders are not looked through.
const reach = 200;

/** Whether a backslash parts the names of a path (`C:\bin\par`). */
function isPath(text: string, at: number): boolean {
  return /(?:^|[\s(“"])(?:[A-Za-z]:|\\\\)\S{0,200}$/.test(text.slice(Math.max(0, at - reach), at));
}

const escapeCode =
  /(?:\\'[0-9a-f]{2}|\\u-?\d{1,5} ?\??|\\(?:[lr](?:dbl)?quote|e[mn]dash|bullet|e[mn]space)(?: |(?![a-z\d]))|\\[~_](?=\w))+/gi;

const named: Readonly<Record<string, string>> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '\u2011',
};

/** `\'92`, `\u8217?`, `\rquote `: characters as the code of a text processor writes them. */
function escapes({ path, text }: Examined): Diagnostic[] {
  return matches(text, escapeCode)
    .filter((match) => !isPath(text, match.index))
    .map((match) =>
      damaged('damage-control-word', path, {
        start: match.index,
        end: match.index + match[0].length,
        message: `The code of a character was left in the text: “${match[0].trim()}”.`,
        candidates: [{ text: decodeEscapes(match[0]), reason: 'the character that the code stands for' }],
      }),
    );
}

function decodeEscapes(codes: string): string {
  return codes.replace(/\\(?:'([0-9a-f]{2})|u(-?\d{1,5}) ?\??|([a-z]+) ?|([~_]))/gi, (_, ...parts) => {
    const [hex, unit, word, sign] = parts as (string | undefined)[];
    if (hex) return new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16)));
    if (unit) return String.fromCharCode(Number(unit) & 0xffff);
    return named[word ?? sign ?? ''] ?? '';
  });
}

const entity = /&(?:amp;)*(amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#x[0-9a-f]{2,4});/gi;
const entityNames: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};

/** `&amp;`, `&amp;#8217;`: a character that was escaped once more than it was read. */
function entities({ path, text }: Examined): Diagnostic[] {
  return matches(text, entity).map(({ index, 0: code, 1: name = '' }) => {
    const number = Number(name.toLowerCase().replace(/^#x/, '0x').replace('#', ''));
    const character = entityNames[name.toLowerCase()] ?? String.fromCharCode(number);
    return damaged('damage-control-word', path, {
      start: index,
      end: index + code.length,
      message: `The code of a character was left in the text: “${code}”.`,
      candidates: [{ text: character, reason: 'the character that the code stands for' }],
    });
  });
}

const breaks = /\u00ad|&(?:soft(?:Return|Hyphen)|shy);|(?<=\p{Ll})-\n(?=\p{Ll})/gu;
const joints = /\u00ad|&softHyphen;|&shy;|(?<=\p{Ll})-\n(?=\p{Ll})/gu;

/** A word with the marks at which a line might have been broken; a return is a space unless it stands in a word. */
function softHyphens({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  const found: Diagnostic[] = [];
  let [behind, end] = [0, 0];
  for (const { index, 0: mark } of matches(text, breaks)) {
    const start = wordStart(text, behind, index);
    behind = index + mark.length;
    if (start < end) continue;
    end = wordEnd(text, behind);
    const marked = text.slice(start, end);
    const joined = marked.replace(joints, '');
    const whole = joined.replaceAll('&softReturn;', '');
    const broken = joined.replaceAll('&softReturn;', ' ');
    const texts = known.has(whole) || joined === whole ? [whole, broken] : [broken, whole];
    if (marked.includes('-\n')) texts.push(marked.replaceAll('-\n', '-'));
    const candidates = texts.map((text) => ({
      text,
      reason: text === whole ? 'the word without its break' : 'words apart',
    }));
    const message = 'A mark for breaking a line was left in the text.';
    found.push(damaged('damage-soft-hyphen', path, { start, end, message, candidates }));
  }
  return found;
}

const lettersBefore = /[\p{L}\p{M}]{0,40}$/u;

/** Where the letters before a break begin, not before a place. */
function wordStart(text: string, from: number, to: number): number {
  const near = text.slice(Math.max(from, to - 80), to);
  return to - (lettersBefore.exec(near)?.[0].length ?? 0);
}

const rest = /[\p{L}\p{M}\u00ad]{1,60}|&(?:soft(?:Return|Hyphen)|shy);|(?<=\p{Ll})-\n(?=\p{Ll})/uy;

/** Where the letters and breaks end that follow a break. */
function wordEnd(text: string, from: number): number {
  let at = from;
  for (let length = 1; length > 0 && at - from < 200; at += length) {
    rest.lastIndex = at;
    length = rest.exec(text)?.[0].length ?? 0;
  }
  return at;
}
