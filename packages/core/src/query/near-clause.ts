import { type Cursor, fail, peek, spanFrom, typed } from './cursor.ts';
import { isReserved, type Lexeme } from './lex.ts';
import { looksMisspelt } from './misspelt.ts';
import { printQuery } from './print.ts';
import { replaceSpan, type Trouble } from './problem.ts';
import { isPlaces, limits, type Places, type Query, type Term } from './query.ts';
import { readTerms, type WordTrouble } from './terms.ts';
import { checkNumber, insideWord, misplaced, missingOperand } from './trouble.ts';

// Enough for any query; together with the limit of brackets, far from the limit of the stack.
const mostInRow = 30;

/** How two operands are joined; `adj1` is said by standing side by side, too. */
type Joint = Extract<Lexeme, { kind: 'near' | 'same' }>;

/** What a word says that no quotes keep from being an operator, as these would take its question mark for punctuation. */
function likeOperator({ text }: Term): WordTrouble {
  return {
    message: `“${text}” would pass for an operator.`,
    span: { start: 0, end: 0 },
    expected: 'a word, or quotation marks around words to look for',
  };
}

/** Words and quoted phrases side by side: one ordered phrase. */
function parsePhrase(cursor: Cursor): Places | null {
  const { start } = peek(cursor).span;
  const terms: Term[] = [];
  let quoted = false;
  while (true) {
    const lexeme = peek(cursor);
    if (lexeme.kind !== 'word' && lexeme.kind !== 'quoted') break;
    const found = readTerms(lexeme.text, lexeme.kind === 'quoted');
    if (!Array.isArray(found)) return fail(cursor, insideWord(cursor, found));
    const like = found.find(({ text }) => text.endsWith('?') && isReserved(text));
    if (like) return fail(cursor, insideWord(cursor, likeOperator(like)));
    for (const term of found) terms.push(term);
    // `rock-and-roll` holds a word that only quotes keep from being an operator.
    quoted ||= lexeme.kind === 'quoted' || found.some((term) => isReserved(term.text));
    cursor.at++;
  }
  quoted ||= looksMisspelt(terms);
  return { type: 'phrase', terms, quoted, span: spanFrom(cursor, start) };
}

/** Two operands with what joins them, read to their end; `start` is where the first begins, brackets included. */
interface Joined {
  joint: Joint;
  left: Query;
  right: Query;
  start: number;
}

/** What is wrong with an operand that stands at no places: `and` and `not` in it, or a field. */
function unmeasured(cursor: Cursor, { joint, left, right, start }: Joined): Trouble {
  const name = typed(cursor, joint);
  const wrong = isPlaces(left) ? right : left;
  const span = spanFrom(cursor, start);
  const apart =
    wrong.type === 'and' && wrong.of.every(isPlaces)
      ? wrong.of.map((part) => `(${printQuery(part)} ${name} ${printQuery(wrong === left ? right : left)})`)
      : [];
  return {
    message: `“${name}” measures between words, phrases and groups joined by or only.`,
    span: wrong.type === 'all' ? joint.span : wrong.span,
    mends: [
      ...(apart.length > 0 ? [replaceSpan(cursor.source, span, `(${apart.join(' and ')})`)] : []),
      replaceSpan(cursor.source, joint.span, 'and'),
    ],
  };
}

function join(cursor: Cursor, joined: Joined): Places | null {
  const { joint, left, right, start } = joined;
  if (!isPlaces(left) || !isPlaces(right)) return fail(cursor, unmeasured(cursor, joined));
  const span = spanFrom(cursor, start);
  if (joint.kind === 'same') return { type: 'same', left, right, span };
  const { operator, words } = joint;
  if (operator === 'adj' && words === 1 && left.type === 'phrase' && right.type === 'phrase') {
    const terms = [...left.terms, ...right.terms];
    return { type: 'phrase', terms, quoted: left.quoted || right.quoted || looksMisspelt(terms), span };
  }
  return { type: 'near', operator, words, left, right, span };
}

type ParseGroup = (cursor: Cursor) => Query | null;

/** Words, phrases and groups side by side: each directly after the one before it. */
function parseRun(cursor: Cursor, parseGroup: ParseGroup): Query | null {
  const { start } = peek(cursor).span;
  let run: Query | undefined;
  for (let count = 0; ; count++) {
    const here = peek(cursor);
    const { kind } = here;
    if (kind !== 'word' && kind !== 'quoted' && kind !== 'open') break;
    if (run && (!isPlaces(run) || count > mostInRow)) return fail(cursor, misplaced(cursor));
    const { at } = cursor;
    const part = kind === 'open' ? parseGroup(cursor) : parsePhrase(cursor);
    if (!part) return null;
    if (run && !isPlaces(part)) {
      cursor.at = at;
      return fail(cursor, misplaced(cursor));
    }
    const beside: Joint = { kind: 'near', operator: 'adj', words: 1, span: here.span };
    const joined: Query | null = run ? join(cursor, { joint: beside, left: run, right: part, start }) : part;
    if (!joined) return null;
    run = joined;
  }
  return run ?? fail(cursor, missingOperand(cursor));
}

function checkJoint(cursor: Cursor, joint: Lexeme): Trouble | undefined {
  if (joint.kind === 'first')
    return checkNumber(cursor, { name: '/F', number: joint.words, most: limits.first });
  if (joint.kind !== 'near' || joint.operator === '%') return undefined;
  const { operator, words } = joint;
  const name = operator === 'w' ? 'w/' : operator;
  const trouble = checkNumber(cursor, { name, number: words, most: limits[operator] });
  if (!trouble || cursor.dialect === 'factiva') return trouble;
  // Of the Nexis operators only the ordered one can be too long.
  const mends = [replaceSpan(cursor.source, joint.span, `w/${words}`)];
  return {
    ...trouble,
    message: `An ordered distance reaches ${limits.w} words.`,
    expected: 'w/N, in either order',
    mends,
  };
}

type First = Extract<Lexeme, { kind: 'first' }>;

function firstOf(
  cursor: Cursor,
  { sign, of, start }: { sign: First; of: Query; start: number },
): Places | null {
  if (isPlaces(of)) return { type: 'first', words: sign.words, of, span: spanFrom(cursor, start) };
  const message = '/FN/ stands after words, phrases and groups joined by or only.';
  return fail(cursor, { message, span: sign.span, mends: [replaceSpan(cursor.source, sign.span, '')] });
}

/** Operands joined by `adjN`, `w/N`, `nearN`, `same` and `%`, each followed by any `/FN/`; from left to right. */
export function parseNear(cursor: Cursor, parseGroup: ParseGroup): Query | null {
  const { start } = peek(cursor).span;
  let left = parseRun(cursor, parseGroup);
  for (let count = 0; left; count++) {
    const joint = peek(cursor);
    if (joint.kind !== 'near' && joint.kind !== 'same' && joint.kind !== 'first') return left;
    const trouble = checkJoint(cursor, joint);
    if (trouble) return fail(cursor, trouble);
    if (count === mostInRow) {
      const message = `More than ${mostInRow} operators of distance stand in a row.`;
      return fail(cursor, { message, span: joint.span });
    }
    if (joint.kind === 'first') {
      cursor.at++;
      left = firstOf(cursor, { sign: joint, of: left, start });
      continue;
    }
    cursor.at++;
    const next = peek(cursor).kind;
    if (next !== 'word' && next !== 'quoted' && next !== 'open') return fail(cursor, missingOperand(cursor));
    const right = parseRun(cursor, parseGroup);
    left = right && join(cursor, { joint, left, right, start });
  }
  return null;
}
