import type { Span } from '../../diagnostic.ts';
import type { Source } from '../decode.ts';
import { Carry, wholeEnd } from './carry.ts';
import type { JsonStretch } from './json.ts';
import { Opening } from './json-opening.ts';
import { endOfString, isMark, isSpace, lengthOfLiteral } from './json-units.ts';

/** Keys under which an object lists records, instead of being one. */
const listKeys = new Set([
  'data',
  'records',
  'articles',
  'documents',
  'docs',
  'items',
  'results',
  'hits',
  'messages',
  'events',
  'entries',
]);

// No export nests more than a dozen; what breaks off is looked through again once a level.
const deepest = 32;
// Units of one record, beyond which it is none.
const largestRecord = 16 * 1024 * 1024;
const shownUnits = 200;

type Container = 'object' | 'array' | 'list';
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'record';

/** Units that belong to nothing, the first of them; what began as a record has its members, and the place up to which it kept the rules. */
interface Lost {
  start: number;
  units: string;
  record?: { members: Map<string, Span>; end: number };
}

/** Walks JSON unit by unit, gives the records it ends, and finds the next one behind what breaks the rules. */
export class JsonScanner {
  #source: Pick<Source, 'text'>;
  #carry = new Carry();
  #found: JsonStretch[] = [];
  #at = 0;
  #ended = false;
  #stack: Container[] = [];
  #expected: Expected = 'record';
  /** Where the open record began in the carry, and how many containers were open around it. */
  #record: { start: number; depth: number } | undefined;
  /** The members of the open record so far, in units of the file. */
  #members = new Map<string, Span>();
  #member: Span | undefined;
  /** The key before the value that is expected. */
  #key = '';
  /** The array just opened stands under a key that lists records. */
  #mayList = false;
  /** How the first record opens, by which the next ones are found again behind damage. */
  #opening = new Opening();
  /** Where units began that belong to nothing. */
  #lost: Lost | undefined;

  constructor(source: Pick<Source, 'text'>) {
    this.#source = source;
  }

  push(chunk: string): void {
    if (this.#carry.push(chunk)) this.#scan();
  }

  end(): void {
    this.#ended = true;
    this.#carry.flush();
    this.#scan();
    const end = this.#carry.start + this.#carry.text.length;
    if (this.#lost) this.#giveUp(this.#lost, end);
    else if (this.#stack.length > 0 && this.#found.at(-1)?.state !== 'cut')
      this.#found.push({ start: end, end, text: '', state: 'cut' });
  }

  take(): JsonStretch[] {
    return this.#found.splice(0);
  }

  #scan(): void {
    const { text } = this.#carry;
    for (;;) {
      if (this.#lost && !this.#resume()) break;
      if (!this.#step()) {
        this.#break();
        continue;
      }
      if (this.#at >= text.length && this.#ended && this.#record) {
        this.#break();
        continue;
      }
      break;
    }
    const used = this.#held() ?? this.#at;
    this.#carry.drop(used);
    this.#at -= used;
    if (this.#record) this.#record.start -= used;
  }

  /** Where the open record began in the carry, or the broken one whose end has not come yet. */
  #held(): number | undefined {
    if (!this.#lost) return this.#record?.start;
    const start = this.#lost.start - this.#carry.start;
    const isWithin = start >= 0 && this.#at - start <= largestRecord;
    return this.#lost.record && isWithin ? start : undefined;
  }

  /** Walks on to the end of what has come; false where something stands that JSON does not allow here. */
  #step(): boolean {
    const { text } = this.#carry;
    while (this.#at < text.length) {
      const unit = text.charCodeAt(this.#at);
      if (isSpace(unit) || (this.#expected === 'record' && isMark(unit))) {
        this.#at++;
        continue;
      }
      if (this.#record && this.#at - this.#record.start > largestRecord) return false;
      const next = this.#token(unit);
      if (next === undefined) return true;
      if (next < 0) return false;
      this.#at = next;
    }
    return true;
  }

  /** The place behind the token here; -1 where it is not allowed; undefined where its end has not come yet. */
  #token(unit: number): number | undefined {
    const expected = this.#expected;
    const opens = expected === 'record' || expected === 'value' || expected === 'value or end';
    switch (unit) {
      case 0x7b:
        return opens ? this.#openObject() : -1;
      case 0x5b:
        return opens ? this.#openArray() : -1;
      case 0x7d:
        return expected === 'record' || expected === 'key or end' || expected === 'comma or end'
          ? this.#close('object')
          : -1;
      case 0x5d:
        return expected === 'record' || expected === 'value or end' || expected === 'comma or end'
          ? this.#close('array')
          : -1;
      case 0x2c:
        return this.#comma();
      case 0x3a:
        if (expected !== 'colon') return -1;
        this.#expected = 'value';
        return this.#at + 1;
      case 0x22:
        return this.#string();
      default:
        return this.#literal();
    }
  }

  #openObject(): number {
    if (this.#record) this.#opening.close();
    const top = this.#stack.at(-1);
    if (this.#mayList) {
      // The object that was taken for a record only holds the list of them.
      this.#stack[this.#stack.length - 1] = 'list';
      this.#record = undefined;
      this.#opening = new Opening();
    }
    this.#mayList = false;
    if (!this.#record && (top === undefined || this.#stack.at(-1) === 'list')) {
      this.#record = { start: this.#at, depth: this.#stack.length };
      this.#members = new Map();
      this.#member = undefined;
    }
    this.#stack.push('object');
    this.#expected = 'key or end';
    return this.#stack.length > deepest ? -1 : this.#at + 1;
  }

  #openArray(): number {
    if (this.#record) this.#opening.close();
    const inEnvelope = this.#stack.every((container) => container === 'object') && this.#stack.length < 3;
    this.#mayList = inEnvelope && this.#stack.length > 0 && listKeys.has(this.#key.toLowerCase());
    const top = this.#stack.at(-1);
    this.#stack.push(!this.#record && (top === undefined || top === 'list') ? 'list' : 'array');
    this.#expected = 'value or end';
    return this.#stack.length > deepest ? -1 : this.#at + 1;
  }

  #close(kind: 'object' | 'array'): number {
    if (this.#record) this.#opening.close();
    this.#mayList = false;
    const top = this.#stack.at(-1);
    // A bracket that closes nothing is left of a record that broke off.
    if (top === undefined) return this.#at + 1;
    if ((top === 'object') !== (kind === 'object')) return -1;
    this.#stack.pop();
    const record = this.#record;
    if (record && this.#stack.length === record.depth)
      this.#found.push(this.#stretch(record.start, this.#at + 1, 'whole'));
    if (record && this.#stack.length === record.depth) this.#record = undefined;
    this.#expected = this.#stack.length === 0 ? 'record' : 'comma or end';
    return this.#at + 1;
  }

  #comma(): number {
    if (this.#expected === 'record') return this.#at + 1;
    if (this.#expected !== 'comma or end') return -1;
    this.#expected = this.#stack.at(-1) === 'object' ? 'key' : 'value';
    return this.#at + 1;
  }

  /** A string or number may be the value of a key or stand in an array; a list of records has none. */
  #takesPlain(): boolean {
    const isValue = this.#expected === 'value' || this.#expected === 'value or end';
    return isValue && (this.#record !== undefined || this.#stack.at(-1) !== 'list');
  }

  #string(): number | undefined {
    const { text } = this.#carry;
    const isKey = this.#expected === 'key' || this.#expected === 'key or end';
    if (!isKey && !this.#takesPlain()) return -1;
    const end = endOfString(text, this.#at + 1);
    if (end === undefined) {
      if (!this.#ended && text.length - this.#at <= largestRecord) return undefined;
      if (this.#ended && this.#record) this.#at = text.length;
      return -1;
    }
    if (isKey) {
      this.#key = text.slice(this.#at + 1, Math.min(end - 1, this.#at + 80));
      if (this.#record && this.#stack.length === this.#record.depth + 1) this.#openMember();
    }
    this.#mayList = false;
    this.#expected = isKey ? 'colon' : 'comma or end';
    return end;
  }

  #openMember(): void {
    this.#opening.add(this.#key);
    const start = this.#carry.start + this.#at;
    if (this.#member) this.#member.end = start;
    this.#member = { start, end: start };
    this.#members.set(this.#key, this.#member);
  }

  /** Numbers, words such as `null`, and those that are none of JSON's but stand in for a value (`NaN`). */
  #literal(): number | undefined {
    if (!this.#takesPlain()) return -1;
    const { text } = this.#carry;
    const length = lengthOfLiteral(text, this.#at);
    if (length === 0) return -1;
    if (this.#at + length >= text.length && !this.#ended) return undefined;
    this.#mayList = false;
    this.#expected = 'comma or end';
    return this.#at + length;
  }

  #stretch(start: number, end: number, state: 'whole' | 'cut'): JsonStretch {
    const from = this.#carry.start + start;
    const to = this.#carry.start + end;
    if (this.#member) this.#member.end = state === 'whole' ? to - 1 : to;
    return { start: from, end: to, text: this.#decode(start, end), members: this.#members, state };
  }

  #decode(start: number, end: number): string {
    return this.#source.text(this.#carry.text.slice(start, end), this.#carry.start + start);
  }

  /** Gives up the open record, or what stands here outside of any. */
  #break(): void {
    this.#opening.close();
    const start = this.#record?.start ?? this.#at;
    const { text } = this.#carry;
    const isCut = this.#ended && this.#record !== undefined && this.#at >= text.length;
    const list = this.#stack.lastIndexOf('list');
    this.#stack.length = list + 1;
    this.#expected = list < 0 ? 'record' : 'value';
    const record = this.#record && { members: this.#members, end: this.#carry.start + this.#at };
    this.#record = undefined;
    this.#mayList = false;
    this.#lost = {
      ...(record && { record }),
      start: this.#carry.start + start,
      units: text.slice(start, wholeEnd(text, start + shownUnits)),
    };
    this.#at = start + 1;
    if (isCut && this.#next() === undefined) {
      this.#found.push(this.#stretch(start, text.length, 'cut'));
      this.#lost = undefined;
      this.#at = text.length;
    }
  }

  /** Ends what is lost: a record as far as it goes where all of it is at hand, or what shows its first units. */
  #giveUp({ record, units, ...lost }: Lost, end: number): void {
    const start = lost.start - this.#carry.start;
    if (!record || start < 0) {
      const text = this.#source.text(units, lost.start);
      this.#found.push({ ...lost, end, text, state: 'damaged' });
    } else {
      const kept = Math.min(record.end, end);
      const to = kept - this.#carry.start;
      const until = wholeEnd(this.#carry.text, Math.min(to + shownUnits, end - this.#carry.start));
      this.#found.push({
        start: lost.start,
        end,
        text: this.#decode(start, to),
        kept: { end: kept, behind: this.#decode(to, until) },
        members: record.members,
        state: 'broken',
      });
    }
  }

  /** Goes to where the next record begins behind lost units; false where it has not come yet. */
  #resume(): boolean {
    const { text } = this.#carry;
    const next = this.#next();
    if (next === undefined) {
      // What announces a record may be cut by the end of what has come.
      this.#at = this.#ended ? text.length : Math.max(this.#at, text.length - 200);
      return false;
    }
    if (this.#lost) this.#giveUp(this.#lost, this.#carry.start + next);
    this.#lost = undefined;
    this.#at = next;
    return true;
  }

  #next(): number | undefined {
    const { pattern } = this.#opening;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#carry.text);
    return match ? match.index + match[0].indexOf('{') : undefined;
  }
}
