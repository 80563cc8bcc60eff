import type { Article } from '../article.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { SearchSummary, Withdrawal } from '../report.ts';
import type { Source } from './decode.ts';
import type { Facts } from './draft.ts';

/** A run of text with the links that stood in it; highlights of the search are gone, words whole. */
export interface Value {
  text: string;
  links?: { text: string; url: string }[];
  /** The markup keeps its lines and columns. */
  table?: boolean;
  /** The markup makes it an item of a list. */
  item?: boolean;
}

/** What the markup said a line is, where it said anything. */
export type LineMark = 'headline' | 'byline' | 'value' | 'paragraph';

/** The wire facts of a piece, the same for every syntax: labelled fields, or lines in reading order. */
export type Block =
  | { kind: 'field'; label: string; values: Value[]; span: Span }
  | {
      kind: 'line';
      mark?: LineMark /** A blank line stood before it. */;
      gap?: boolean;
      value: Value;
      span: Span;
    };

/** A stretch of the file as a reader splits it. Pieces come in file order and tile the file. */
export interface Piece {
  kind: 'article' | 'headline' | 'withdrawal' | 'front' | 'boilerplate' | 'trailer' | 'unread';
  /** In units of the source; the ledger turns them into bytes. */
  span: Span;
  /** For articles and headlines: their content. */
  blocks: Block[];
  /** First characters, for kind `unread`. */
  text?: string;
  /** The vendor's account of the search, where this piece holds it. */
  summary?: SearchSummary;
  /** Number of articles that this piece says the file, or this part of it, has. */
  declared?: number;
  /** Its number in a display that counts the headlines, as they begin with it: `3.` or `3)`. */
  running?: string;
  /** What is taken back, for kind `withdrawal`. */
  withdrawal?: Pick<Withdrawal, 'id' | 'sourceCode'>;
  /** What the syntax noticed while splitting this piece. */
  diagnostics?: Diagnostic[];
}

/** The head of a file, decoded, by which readers recognise it. */
export interface Sample {
  text: string;
  /** Whether it is all of the file. */
  isWhole: boolean;
  file: string;
}

/** What one step through a file gives: its articles, and what the vendor takes back beside them. */
export interface Step {
  articles: readonly Article[];
  withdrawals: readonly Withdrawal[];
}

/** What a reader makes of a piece: an article without identity and place, which the ledger adds. */
export type Draft = Omit<Article, 'id' | 'provenance' | 'wordCount'> & {
  statedWords?: number | undefined;
  /** Which values the layout put into which field: the ledger splits the article's bytes by them. */
  placed?: Pick<Facts, 'fields' | 'text'>;
};

/** A sign by which a reader knows its export. The pattern is linear and has no flag `g`. */
export interface Anchor {
  /** For people. Example: `a field label (HD, WC, PD)`. */
  what: string;
  pattern: RegExp;
}

/** One kind of export we know. A plain object: pass your own beside the built-in ones. */
export interface Reader {
  id: string;
  /** Raised whenever the same bytes would give another article. */
  version: number;
  /** For people. Example: `Factiva HTML`. */
  label: string;
  /** 0 (surely not) to 1 (surely). */
  detect(sample: Sample): number;
  /** What `detect` looks for, to explain a score. */
  anchors?: readonly Anchor[];
  /** Gives the pieces in steps of any length: those that one chunk of the source completes. */
  split(source: Source): AsyncIterable<readonly Piece[]>;
  /** Never throws on input; null where the piece lacks what makes an article. */
  read(piece: Piece): Draft | null;
}
