import { pageOfCharset } from './rtf-charsets.ts';
import { type Destination, destination, hidden, type RtfDocument } from './rtf-document.ts';

/** What a control word does; `value` is its number, undefined where it has none. */
type Act = (document: RtfDocument, value: number | undefined) => void;

export interface RtfWord {
  name: string;
  act: Act;
  /** Destinations in which the word means anything: a bit for each. */
  within: number;
  /** Names a group, so that `\*` before it does not hide the group. */
  destination?: boolean;
  /** Is a character, so that it may stand in for one of `\uN`. */
  character?: boolean;
}

const { text, skipped, fonts, instruction, plainTwin, aside, facts } = destination;
const inText = within(text);
const inProse = within(text, aside);
const textOrLost = within(text, facts, fonts, aside, instruction);
const everywhere = within(text, skipped, fonts, instruction, plainTwin, aside, facts);

/** A picture of more bytes is no picture: no news export holds one, and a false `\bin` would hide the articles after it. */
const maxBinary = 16 * 1024 * 1024;

const characters: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

/** Groups without text of the document. Footers and headers hold page numbers and the vendor's name. */
const skippedGroups = `stylesheet header headerl headerr headerf footer footerl footerr footerf filetbl revtbl
   listtable listoverridetable themedata colorschememapping datastore latentstyles bkmkstart bkmkend nonesttables
   nonshppict shprslt sp objdata objclass objname xe tc tcn rxe txe private panose falt fontemb fontfile
   atnid atnauthor atrfstart atrfend datafield formfield generator template userprops xmlnstbl
   ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pnseclvl background`.split(/\s+/);

/** Groups without text of any kind: a paragraph in one shows that its end was lost. */
const factGroups = ['info', 'colortbl', 'pict'];

/** Groups that hold text of the document although a `\*` may stand before them. */
const shownGroups = 'shpinst shptxt shppict nesttableprops listtext pntext result'.split(' ');

/** What stands in the text alone: met in a group of another kind, it shows that the group has lost its end. */
const structure: Record<string, { act: Act; within: number }> = {
  // Notes and links have paragraphs of their own.
  pard: { act: leaveTable, within: within(text, facts, fonts) },
  trowd: { act: (rtf) => rtf.table.begin(rtf.start), within: textOrLost },
  cell: { act: (rtf) => rtf.endCell(false), within: textOrLost },
  row: { act: (rtf) => rtf.finishRow(), within: textOrLost },
  // Feet and heads of pages have tables, but no pages.
  page: { act: (rtf) => rtf.endPage(), within: textOrLost | within(skipped) },
  sect: { act: (rtf) => rtf.endPage(), within: textOrLost | within(skipped) },
};

/** What holds for notes as for the text. */
const proseProperties: Record<string, Act> = {
  par: (rtf) => rtf.endLine(),
  // A soft line break ends a line as well: the layouts know lines only.
  line: (rtf) => rtf.endLine(),
  lbr: (rtf) => rtf.endLine(),
  u: (rtf, value) => value !== undefined && rtf.addUnicode(value),
  uc: (rtf, value = 1) => {
    rtf.standIns = Math.min(Math.max(value, 0), 16);
  },
};

const properties: Record<string, Act> = {
  pagebb: (rtf, value) => value !== 0 && rtf.endPage(),
  plain: (rtf) => {
    rtf.hide(hidden.no);
    rtf.bold = 0;
    rtf.setFont(-1);
  },
  intbl: (rtf) => enterTable(rtf, Math.max(rtf.tableDepth, 1)),
  itap: (rtf, value = 1) => (value > 0 ? enterTable(rtf, value) : undefined),
  nestcell: (rtf) => rtf.endCell(true),
  nestrow: (rtf) => rtf.table.endNestedRow(rtf.end),
  b: (rtf, value) => {
    rtf.bold = value === 0 ? 0 : 1;
  },
  v: (rtf, value) => rtf.hide(value === 0 ? hidden.no : hidden.hidden),
  deleted: (rtf, value) => rtf.hide(value === 0 ? hidden.no : hidden.deleted),
  field: (rtf) => rtf.fields.begin(rtf.depth),
  fldrslt: (rtf) => rtf.fields.beginResult(rtf.text),
  chpgn: (rtf) => rtf.fields.markContents(),
  deff: (rtf, value = 0) => rtf.setDefaultFont(value),
  mac: (rtf) => rtf.setDocumentPage(10000),
  pc: (rtf) => rtf.setDocumentPage(437),
  pca: (rtf) => rtf.setDocumentPage(850),
  ansicpg: (rtf, value = 0) => rtf.setDocumentPage(value > 0 ? value : 1252),
};

const all: RtfWord[] = [
  ...Object.entries(properties).map(([name, act]) => ({ name, act, within: inText })),
  ...Object.entries(structure).map(([name, { act, within }]) => ({
    name,
    within,
    act: (rtf: RtfDocument, value: number | undefined) => {
      if (rtf.destination !== text) rtf.leaveGroup();
      act(rtf, value);
    },
  })),
  ...Object.entries(proseProperties).map(([name, act]) => ({ name, act, within: inProse })),
  ...Object.entries(characters).map(([name, character]) => ({
    name,
    act: (rtf: RtfDocument) => rtf.addCharacter(character),
    within: inProse,
    character: true,
  })),
  ...skippedGroups.map((name) => group(name, within(text, fonts, instruction, aside), skipped)),
  ...factGroups.map((name) => group(name, within(text, fonts, instruction, aside), facts)),
  ...shownGroups.map((name) => group(name, inText, text)),
  group('fonttbl', inText, fonts),
  // `\upr` gives a text twice: for readers without Unicode, and in `\*\ud`.
  group('upr', inText, plainTwin),
  group('ud', within(plainTwin), text),
  {
    ...group('fldinst', inProse, instruction),
    act: (rtf) => {
      rtf.destination = rtf.destination === aside ? skipped : instruction;
    },
  },
  { ...group('footnote', inText, aside), act: (rtf) => rtf.beginAside('footnote') },
  { ...group('annotation', inText, aside), act: (rtf) => rtf.beginAside('comment') },
  { name: 'f', act: (rtf, value = 0) => rtf.setFont(value), within: within(text, fonts, aside) },
  { name: 'fcharset', act: (rtf, value = 1) => rtf.setFontPage(pageOfCharset(value)), within: within(fonts) },
  { name: 'cpg', act: (rtf, value) => rtf.setFontPage(value), within: within(fonts) },
  { name: 'rtf', act: (rtf) => rtf.begin(), within: everywhere },
  {
    name: 'bin',
    act: (rtf, value = 0) => {
      rtf.binary = value > maxBinary ? 0 : Math.max(value, 0);
    },
    within: everywhere,
  },
];

function within(...destinations: Destination[]): number {
  return destinations.reduce<number>((bits, each) => bits | (1 << each), 0);
}

function group(name: string, places: number, holds: Destination): RtfWord {
  return {
    name,
    within: places,
    destination: true,
    act: (rtf) => {
      rtf.destination = holds;
    },
  };
}

function leaveTable(rtf: RtfDocument): void {
  rtf.tableDepth = 0;
  rtf.table.leave();
}

function enterTable(rtf: RtfDocument, depth: number): void {
  rtf.tableDepth = depth;
  rtf.table.enter();
}

/** One step of the hash by which words are found without cutting their names out of the file. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & 0x3fffffff;
}

// Large and sparse, so that nearly every word without meaning here is told by one look.
const slots: (RtfWord | undefined)[] = new Array(4096).fill(undefined);
for (const word of all) slots[freeSlot(hashOf(word.name))] = word;

/** The control word whose name stands in `units` between two places and has this hash. */
export function findWord(units: string, { from, to, hash }: { from: number; to: number; hash: number }) {
  for (let slot = hash & 0xfff; ; slot = (slot + 1) & 0xfff) {
    const word = slots[slot];
    if (!word || (word.name.length === to - from && stands(word.name, units, from))) return word;
  }
}

function stands(name: string, units: string, from: number): boolean {
  let at = 0;
  while (at < name.length && name.charCodeAt(at) === units.charCodeAt(from + at)) at++;
  return at === name.length;
}

function freeSlot(hash: number): number {
  let slot = hash & 0xfff;
  while (slots[slot]) slot = (slot + 1) & 0xfff;
  return slot;
}

function hashOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = hashStep(hash, name.charCodeAt(index));
  return hash;
}
