import { type Loosening, letting, moved, sizes } from './loosening.ts';
import { printQuery } from './print.ts';
import { limits, type Places, type Query, type Term } from './query.ts';
import { isUnspaced } from './tokens.ts';

const shortestStem = 3;

/** A single word with any ending. */
function withEnding({ text, prefix }: Term): Term | undefined {
  const isStem = !prefix && !text.includes('?') && [...text].length >= shortestStem && !isUnspaced(text);
  return isStem ? { text, prefix: true } : undefined;
}

type Phrase = Extract<Places, { type: 'phrase' }>;

/** Longer phrases are not taken apart word by word. */
const mostWords = 6;
const mostDropped = 12;

function phraseOf({ quoted, span }: Phrase, terms: Term[]): Phrase {
  return { type: 'phrase', terms, quoted, span: { ...span } };
}

/** The words of a phrase each so far from the next. */
function spread(phrase: Phrase, operator: 'adj' | 'near', words: number): Places {
  const each = phrase.terms.map((term): Places => phraseOf(phrase, [term]));
  return each.reduce((left, right) => {
    return { type: 'near', operator, words, left, right, span: { ...phrase.span } };
  });
}

function* spreadPhrase(phrase: Phrase): Generator<Loosening> {
  const apartBy = (operator: 'adj' | 'near', first: number) => ({
    base: first - 1,
    most: limits[operator] - first + 1,
    put: (part: Query, steps: number): Query => {
      return { ...spread(phrase, operator, first - 1 + steps), span: (part as Phrase).span };
    },
    change: (steps: number) =>
      `${printQuery(spread(phrase, operator, first - 1 + steps))} instead of the phrase`,
  });
  yield moved(phrase, { ...apartBy('adj', 2), size: sizes.distance, lets: letting(phrase, 'far') });
  yield moved(phrase, { ...apartBy('near', 1), size: sizes.order, lets: letting(phrase, 'far', 'order') });
  const of = phrase.terms.map((term): Query => phraseOf(phrase, [term]));
  const apart: Query = { type: 'and', of, span: { ...phrase.span } };
  const change = `${printQuery(apart)} instead of the phrase`;
  yield { query: apart, change, size: sizes.apart, lets: letting(phrase, 'far', 'order', 'apart') };
}

/** A phrase with any word in the place of one, and its beginning and its end alone. */
function* shortenPhrase(phrase: Phrase): Generator<Loosening> {
  const { terms } = phrase;
  const shown = (to: Query) => `${printQuery(to)} instead of the phrase`;
  for (let at = 1; at < Math.min(terms.length - 1, mostDropped); at++) {
    const [left, right] = [phraseOf(phrase, terms.slice(0, at)), phraseOf(phrase, terms.slice(at + 1))];
    const query: Query = { type: 'near', operator: '%', words: 1, left, right, span: { ...phrase.span } };
    yield { query, change: shown(query), size: sizes.word, lets: letting(phrase, `word ${at}`) };
  }
  const parts: [string, (dropped: number) => Term[]][] = [
    ['end', (dropped) => terms.slice(0, terms.length - dropped)],
    ['beginning', (dropped) => terms.slice(dropped)],
  ];
  for (const [kind, rest] of parts) {
    const step = moved(phrase, {
      base: 1,
      most: terms.length - 1,
      put: (part, steps) => ({ ...(part as Phrase), terms: rest(steps) }),
      change: (steps) => shown(phraseOf(phrase, rest(steps))),
      size: sizes.length,
      lets: letting(phrase, kind),
    });
    yield { ...step, isShorter: true };
  }
}

/** A word with any ending; a phrase with its words farther apart, or without some of them. */
export function* loosenPhrase(phrase: Phrase): Generator<Loosening> {
  const [first, ...more] = phrase.terms;
  if (more.length > 0) {
    if (more.length < mostWords) yield* spreadPhrase(phrase);
    yield* shortenPhrase(phrase);
    return;
  }
  const open = first && withEnding(first);
  if (!open) return;
  const query: Query = { ...phrase, terms: [open], quoted: false };
  const change = `${printQuery(query)} instead of ${printQuery(phrase)}`;
  yield { query, change, size: sizes.ending, lets: letting(phrase, `ending ${first.text}`) };
}
