import { endOfString } from './json-units.ts';

const mark = /["{}[\],:]/g;
/** An escape that its string breaks off in, behind whole ones; half a character as decoders show it. */
const brokenEnd = /(?<!\\)((?:\\\\)*)\\(?:u\w{0,3})?$|(?<!\ufffd)\ufffd+$/;

/**
 * Closes what is open at the end of a record that the file cuts off. The last value is kept where it is prose; half a
 * number or code would be another one.
 */
export function closed(text: string): string {
  const open: string[] = [];
  let whole = { end: 0, depth: 0 };
  let before = '';
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [sign] = match;
    const at = match.index;
    const isValue = before === ':' || open.at(-1) === ']';
    if (sign === '"') {
      const end = endOfString(text, at + 1);
      if (end === undefined) return isValue ? withProse(text, { at, open, whole }) : shut(text, open, whole);
      mark.lastIndex = end;
      if (isValue) whole = { end, depth: open.length };
    } else {
      if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
      if (sign === '}' || sign === ']') open.pop();
      if (sign !== ':') whole = { end: sign === ',' ? at : at + 1, depth: open.length };
      before = sign;
    }
  }
  return shut(text, open, whole);
}

/** As far as a record is whole, and how many brackets are open there. */
interface Whole {
  end: number;
  depth: number;
}

function shut(text: string, open: string[], { end, depth }: Whole): string {
  return text.slice(0, end) + open.slice(0, depth).reverse().join('');
}

function withProse(text: string, { at, open, whole }: { at: number; open: string[]; whole: Whole }): string {
  const value = text.slice(at).trimEnd().replace(brokenEnd, '$1');
  if (!/\s/.test(value)) return shut(text, open, whole);
  return `${text.slice(0, at)}${value}"${open.reverse().join('')}`;
}
