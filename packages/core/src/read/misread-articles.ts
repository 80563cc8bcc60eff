import type { Article } from '../article.ts';
import { articleTexts } from '../article-texts.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { damaged } from './damage/place.ts';
import { meant } from './misread.ts';
import { remember } from './remember.ts';

/** Places of one article that are more than a few names pasted into it. */
const throughout = 5;

/** Which articles of a file went through another character set as a whole: their own words for date and language tell. */
export class Misread {
  readonly #charsets = new Map<string, number>();
  #articles = 0;
  #misread = 0;

  /** Whether an article did. */
  note(article: Article): boolean {
    this.#articles++;
    const charset = charsetOf(article);
    if (!charset && article.diagnostics.length < throughout) return false;
    const places = article.diagnostics.filter(({ code }) => code === 'damage-mojibake').length;
    if (!charset && places < throughout) return false;
    this.#misread++;
    if (charset) this.#charsets.set(charset, (this.#charsets.get(charset) ?? 0) + 1);
    return true;
  }

  /** Says so of the file where most articles did. */
  account(): Diagnostic[] {
    if (this.#misread === 0 || this.#misread * 2 < this.#articles) return [];
    const [charset] = [...this.#charsets].sort(([, a], [, b]) => b - a)[0] ?? ['another character set'];
    const message = `The file was in UTF-8, was read as ${charset} and saved again: the texts of ${this.#misread} articles are as the file has them, and each has a repair to accept where nothing was lost. Download the file again.`;
    return [diagnose('charset-misread', message)];
  }
}

function charsetOf({ languageRaw, publication }: Article): string | undefined {
  return (
    (languageRaw && meant(languageRaw)?.charset) || (publication?.raw && meant(publication.raw)?.charset)
  );
}

/** Diagnostics of an article that went through another character set: repairs for its texts, no count of words that are none. */
export function misreadDiagnostics(article: Article): Diagnostic[] {
  const label = labels[charsetOf(article) ?? ''];
  const kept = article.diagnostics.filter(({ code }) => code !== 'text-long');
  if (!label) return kept;
  const found = articleTexts(article).flatMap(({ path, text }) => repairOf({ path, text }, label));
  const paths = new Set(found.map(({ path }) => path));
  // The signs of replacement are what the mistake left.
  return [...kept.filter(({ code, path }) => code !== 'damage-replacement' || !paths.has(path)), ...found];
}

/** Character sets of two bytes a character: no place of a text in them can be told from the others. */
const labels: Record<string, string> = {
  'Shift JIS': 'shift_jis',
  GBK: 'gbk',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
};

function repairOf({ path, text }: { path: string; text: string }, label: string): Diagnostic[] {
  const read = reread(text, label);
  if (read === text) return [];
  return [
    damaged('damage-mojibake', path, {
      start: 0,
      end: text.length,
      message: `Text in UTF-8 was read as ${Object.keys(labels).find((name) => labels[name] === label)}.`,
      candidates: [
        {
          text: read,
          reason: read.includes('\ufffd')
            ? 'the same bytes read as UTF-8; � stands where some are lost'
            : 'the same bytes read as UTF-8',
        },
      ],
    }),
  ];
}

function reread(text: string, label: string): string {
  const bytes = bytesIn(label);
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else out.push(...(bytes?.get(character) ?? [nothing]));
  }
  return new TextDecoder().decode(Uint8Array.from(out)).replace(/\ufffd+/g, '\ufffd');
}

// Stands in no text of UTF-8.
const nothing = 0xff;

/** The bytes of every character of a set that only a decoder knows: found by decoding all that two bytes can be. */
const bytesIn = remember((label): ReadonlyMap<string, number[]> => {
  const decoder = new TextDecoder(label);
  const known = new Map<string, number[]>();
  for (let high = 0x80; high < 0xff; high++) {
    const low = Array.from({ length: 0xbf }, (_, index) => index + 0x40);
    const rows = decoder.decode(Uint8Array.from(low.flatMap((byte) => [high, byte, 0x0a]))).split('\n');
    for (const [index, row] of rows.entries())
      if ([...row].length === 1 && row !== '\ufffd' && !known.has(row))
        known.set(row, [high, low[index] ?? 0]);
    const alone = decoder.decode(Uint8Array.of(high));
    if (alone.length === 1 && alone !== '\ufffd') known.set(alone, [high]);
  }
  return known;
});
