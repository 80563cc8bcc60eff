import { primary } from './function-words.ts';

// Letters beyond ASCII of each language, the most frequent first.
const accents: Readonly<Record<string, string>> = {
  en: 'éèñöüáíóçïëâ',
  de: 'üäößÜÄÖé',
  fr: 'éèàêçôâîùûëïœÉÀÊÇ',
  es: 'óíáéñúüÁÓÉÍÚ',
  it: 'àèùòéìÈÀ',
  pt: 'ãçáéíóêõâúôàÁÉÍ',
  nl: 'ëéïöüèó',
  sv: 'äåöéÅÄÖ',
  da: 'øæåéØÆÅ',
  no: 'øåæéØÅÆ',
  fi: 'äöåÄÖ',
  pl: 'łąęóżśćńźŁŚŻ',
  cs: 'íáéěřýžčšůúťďňó',
  tr: 'ıüşçğöİŞÇÖÜ',
  hu: 'áéőöüóíűú',
  ro: 'ăîâșțşţ',
};

/** Letters that a wrong character set loses, for a language given as BCP 47, the most frequent first. */
export function lostLetters(language: string | undefined): string[] {
  return [...(accents[primary(language)] ?? accents.fr ?? '')];
}

/** What stands before an apostrophe in French and Italian. */
export const elided: ReadonlySet<string> = new Set(
  `l d j n s c m t qu jusqu lorsqu puisqu quelqu aujourd dell all nell dall sull un quest
   anch com dov cent senz`.split(/\s+/),
);

/** What stands after an apostrophe in English. */
export const contracted: ReadonlySet<string> = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);

/** Opening and closing quotation marks, the usual pair of each language. */
export function quotationMarks(language: string | undefined): { open: string; close: string } {
  const code = primary(language);
  if (code === 'de' || code === 'cs') return { open: '„', close: '“' };
  if (code === 'pl' || code === 'hu' || code === 'ro') return { open: '„', close: '”' };
  if (code === 'fr' || code === 'es' || code === 'it' || code === 'ru') return { open: '«', close: '»' };
  return { open: '“', close: '”' };
}

/** What an elided word may stand before. */
export const vowel = /^[aeiouyhàâäáéèêëîïíìôöòóùûüúœæ]/iu;

const lone: Readonly<Record<string, readonly string[]>> = {
  fr: ['à'],
  it: ['è', 'à'],
  pt: ['é', 'à'],
  es: ['ó', 'á'],
  sv: ['å', 'ö'],
};

/** Words of one letter beyond ASCII, for a language given as BCP 47. */
export function loneLetters(language: string | undefined): readonly string[] {
  return lone[primary(language)] ?? [];
}
