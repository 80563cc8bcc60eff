import type { Paragraph } from '../article.ts';
import { endsSentence } from './layouts/sentence.ts';

/** What is shorter and ends as no sentence does is a title, a name, a day. */
const shortLine = 100;
/** (Adds details), [ATTN: changes the headline] */
const bracketed = /^\s*(?:\(.*\)|\[.*\]|（.*）|［.*］|【.*】|\*.*\*)\s*$/su;
const rights = /^\s*(?:copyright\s|©|\(c\))/iu;
/** How these two open, as nearly no paragraph does. */
const opening = /^[\s([（［【*©Cc]/;
/** A name alone, with an opening word or a title: Von Ada Lind, By ADA LIND, Staff Writer. */
const signed = /^(?:by|von|par|por|di|da|door|af|av|от)\s\p{Lu}[^.!?]{2,160}\.?$/iu;
const longestSigned = 160;

/** Whether a paragraph stands before the text rather than in it: a byline, a title, a note, the rights. */
export function opensText({ kind, text }: Paragraph): boolean {
  if (kind !== 'text') return true;
  if (opening.test(text) && (bracketed.test(text) || rights.test(text))) return true;
  if (text.length < longestSigned && signed.test(text)) return true;
  return text.length < shortLine && !endsSentence(text);
}
