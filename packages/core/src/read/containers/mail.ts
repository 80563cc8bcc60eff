import type { Attachment, Email } from 'postal-mime';
import { diagnose, type Span } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import { sampleUnits } from '../decode.ts';
import { detectReader } from '../detect.ts';
import type { Reader } from '../reader.ts';
import { type Container, labelOf, type Member, type OpenOptions, type Rest } from './container.ts';

/** A saved e-mail (.eml) or web archive (.mht): its text and its attachments are members. */
export const mail: Container = {
  id: 'mail',
  label: 'saved e-mail',
  detect,
  open,
};

const headerName = /^[!-9;-~]{1,70}:/;
const known =
  /^(?:from|to|cc|date|subject|sender|reply-to|return-path|received|message-id|mime-version|content-[a-z-]+|snapshot-content-location|delivered-to|dkim-signature|x-[a-z0-9-]+):/i;
const decisive = /^(?:mime-version|message-id|received|return-path|content-type|dkim-signature):/i;
const mostHeaderLines = 60;

/** Header lines only, some of them known, up to the first blank line; an export's text has none of these. */
function detect(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 16 * 1024)).replace(/^(?:ï»¿)?\s{0,9}/, '');
  const lines = text.split(/\r?\n/, mostHeaderLines);
  const blank = lines.indexOf('');
  const header = lines.slice(0, blank < 0 ? -1 : blank);
  const sound = header.every((line) => headerName.test(line) || /^[ \t]/.test(line));
  const names = header.filter((line) => known.test(line)).length;
  return sound && names >= 2 && header.some((line) => decisive.test(line));
}

const mostBytes = 256 * 1024 * 1024;

async function* open(file: Blob, { readers }: OpenOptions): AsyncIterable<Member | Rest> {
  const whole = { start: 0, end: file.size };
  if (file.size > mostBytes) {
    const message = 'The e-mail is too large to be opened. Save its attachments, and give them.';
    yield { kind: 'unread', span: whole, diagnostics: [diagnose('file-oversized', message)] };
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const email = await parse(bytes);
  if (typeof email === 'string') {
    const message = `The e-mail could not be opened: ${email}. Save it again as .eml or HTML.`;
    yield { kind: 'unread', span: whole, diagnostics: [diagnose('file-damaged', message)] };
    return;
  }
  const start = headerEnd(bytes);
  yield { kind: 'front', span: { start: 0, end: start } };
  yield* partsOf(email, { span: { start, end: file.size }, readers });
}

async function parse(bytes: Uint8Array): Promise<Email | string> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes.slice(), { forceRfc822Attachments: true, maxNestingDepth: 64 });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The place behind the first blank line. */
function headerEnd(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return bytes.length;
}

interface Place {
  span: Span;
  readers: readonly Reader[];
}

/** The first member takes the bytes; the others, decoded from the same, have none of their own. */
function* partsOf({ html, text, attachments }: Email, { span, readers }: Place): Iterable<Member | Rest> {
  const files = attachments.filter((attachment) => !isFurniture(attachment));
  const furniture = attachments.filter(isFurniture);
  const texts = chooseTexts({ html, text }, readers);
  const cover = texts.length === 0 && files.length > 0;
  const shown = texts.length > 0 || cover ? texts : [html ? asHtml(html) : asText(text ?? '')];
  const passedOver = furniture.length > 0 ? [`${furniture.length} pictures and style sheets`] : [];
  if (cover && (html ?? text ?? '').trim() !== '')
    passedOver.push('the text of the e-mail, which holds no export');
  const diagnostics = passedOver.map((what) => diagnose('member-passed-over', `Passed over: ${what}.`));
  if (diagnostics.length > 0)
    yield { kind: 'front', span: { start: span.start, end: span.start }, diagnostics };
  const members = [
    ...shown.map(({ name, content }) => ({ name, bytes: new TextEncoder().encode(content) })),
    ...files.map((file, index) => ({ name: nameOf(file, index), bytes: bytesOf(file.content) })),
  ];
  for (const { name, bytes } of members) yield { kind: 'member', name, span, open: () => once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

interface Text {
  name: string;
  content: string;
}

const asHtml = (content: string): Text => ({ name: 'message.html', content });
const asText = (content: string): Text => ({ name: 'message.txt', content: unmarked(content) });

/** A quoted line longer than mail programs wrap was joined of several, each with its marks. */
const joined = /^((?:> ?)+)(?=[^> ]).{60,}$/gm;

/** Text that flows (RFC 3676) is joined by the decoder without regard to quotes: marks within lines go. */
function unmarked(text: string): string {
  if (!/^>/m.test(text)) return text;
  return text.replace(joined, (line, marks: string) => {
    const within = new RegExp(` ${'> ?'.repeat(marks.replaceAll(' ', '').length)}(?=\\S)`, 'g');
    return marks + line.slice(marks.length).replace(within, ' ');
  });
}

/**
 * HTML and text usually say the same: what a reader recognises better is read, HTML where both are. The other is read
 * as well where it holds an article that the first does not. None where no reader knows either.
 */
function chooseTexts({ html, text }: Pick<Email, 'html' | 'text'>, readers: readonly Reader[]): Text[] {
  const both = [...(html ? [asHtml(html)] : []), ...(text ? [asText(text)] : [])];
  const scored = both.flatMap((each) => {
    const { reader, scores } = detectReader(readers, {
      text: each.content.slice(0, sampleUnits),
      isWhole: each.content.length < sampleUnits,
      file: each.name,
    });
    return reader ? [{ each, score: scores[0]?.score ?? 0 }] : [];
  });
  const [best, ...others] = scored.sort((a, b) => b.score - a.score).map(({ each }) => each);
  if (!best) return [];
  const held = new Set(accessionsOf(best.content));
  return [best, ...others.filter(({ content }) => accessionsOf(content).some((number) => !held.has(number)))];
}

function accessionsOf(content: string): string[] {
  return Array.from(content.matchAll(new RegExp(accessionPattern, 'g')), ([number]) => number.toLowerCase());
}

/** What a page or a letter looks like, not what it says. */
function isFurniture({ mimeType, filename }: Attachment): boolean {
  return (
    /^(?:image|font|audio|video)\/|^text\/(?:css|javascript)|javascript|^application\/(?:font|pgp|pkcs7|x-pkcs7)/i.test(
      mimeType,
    ) || /\.(?:png|jpe?g|gif|svg|webp|css|js|woff2?|ttf|p7s)$/i.test(filename ?? '')
  );
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const name = labelOf(filename ?? '').trim();
  if (name) return name;
  return mimeType === 'message/rfc822' ? `message-${index + 1}.eml` : `attachment-${index + 1}`;
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
