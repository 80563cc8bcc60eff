import type { Diagnostic, Span } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import type { FileReport, LedgerSpan, SearchSummary, Withdrawal } from '../report.ts';
import { DiagnosticList, mostTold } from './diagnostic-list.ts';

// A search larger than this cannot stand in one file; the vendor hands out 100 articles a file, 500 in some interfaces.
const fullFile = 100;
const largestFile = 500;
// More files than this nobody joins; a hostile one may hold any number of accounts.
const mostAccounts = 1000;
/** Sources taken back that a message names. */
const mostSources = 5;

/** What stands around articles. */
const around: ReadonlySet<string> = new Set<LedgerSpan['kind']>(['front', 'boilerplate', 'trailer']);

/** The account of one file while it is read: every byte goes to exactly one span. */
export class Ledger {
  readonly spans: LedgerSpan[] = [];
  found = 0;
  rejected = 0;
  summary: SearchSummary | undefined;
  /** Number of articles that the file declares beside its summary. */
  declared: number | undefined;
  /** Articles that the file takes back by number. */
  withdrawn = 0;
  /** Sources all of whose articles it takes back: the first ones. */
  readonly withdrawnSources: string[] = [];
  /** What is said of the file as a whole, before all else. */
  lead: readonly Diagnostic[] = [];
  readonly #diagnostics = new DiagnosticList();
  #end = 0;
  readonly #repeated = new Map<LedgerSpan['kind'], number>([
    ['unread', 0],
    ['withdrawal', 0],
  ]);
  #accounts = new Set<string>();
  #results: number | undefined;

  /** Notes an account of the search; of files joined into one each has its own, and their results add up. */
  summarise(summary: SearchSummary): void {
    const rows = JSON.stringify(summary.rows);
    if (this.#accounts.has(rows) || this.#accounts.size >= mostAccounts) return;
    this.#accounts.add(rows);
    this.summary ??= summary;
    if (summary.results !== undefined) this.#results = (this.#results ?? 0) + summary.results;
  }

  /** Books a span; what lies between it and the one before is booked as boilerplate, an overlap goes to the first. */
  book(span: Span, entry: Omit<LedgerSpan, 'start' | 'end'>, text?: () => string): void {
    if (span.start > this.#end)
      this.#add({ start: this.#end, end: span.start }, { kind: this.#end === 0 ? 'front' : 'boilerplate' });
    this.#add({ start: this.#end, end: Math.max(span.end, this.#end) }, entry, text);
  }

  /** Books a piece that looks like an article and is none. Of millions hardly one is shown, so `text` is asked for when it is. */
  reject(span: Span, { message, text }: { message: string; text: () => string }): void {
    this.rejected++;
    this.#diagnostics.meet('article-rejected', {
      span,
      make: () => diagnose('article-rejected', message, { span }),
    });
    this.book(span, { kind: 'unread' }, text);
  }

  /** Counts what is taken back, and says of which articles it speaks. */
  withdraw(order: Pick<Withdrawal, 'id' | 'sourceCode'>, span: Span): Withdrawal {
    if (order.sourceCode === undefined) this.withdrawn++;
    else if (this.withdrawnSources.length < mostSources) this.withdrawnSources.push(order.sourceCode);
    return { ...order, after: this.found, span };
  }

  /** Notes trouble in the order in which it is met. */
  note(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.add(diagnostics);
  }

  /** What was noted so far. */
  get diagnostics(): Diagnostic[] {
    return [...this.lead, ...this.#diagnostics.all()];
  }

  #add(span: Span, entry: Omit<LedgerSpan, 'start' | 'end'>, text?: () => string): void {
    if (span.end <= span.start) return;
    this.#end = span.end;
    const times = this.#repeated.get(entry.kind);
    if (times !== undefined) this.#repeated.set(entry.kind, times + 1);
    const open = around.has(entry.kind) ? this.spans.at(-1) : this.#openRun(entry);
    if (open?.kind === entry.kind) open.end = span.end;
    else this.spans.push({ start: span.start, end: span.end, ...entry, ...(text && { text: text() }) });
  }

  /** Where so much is unread or taken back that nobody looks at each place, the stretch before goes on, over what is around articles. */
  #openRun({ kind }: Pick<LedgerSpan, 'kind'>): LedgerSpan | undefined {
    if ((this.#repeated.get(kind) ?? 0) <= mostTold) return undefined;
    const at = this.spans.findLastIndex((span) => !around.has(span.kind));
    if (this.spans[at]?.kind !== kind) return undefined;
    this.spans.length = at + 1;
    return this.spans[at];
  }

  /** Closes the account at the file's length. */
  close(
    bytes: number,
  ): Pick<
    FileReport,
    'declared' | 'found' | 'rejected' | 'unreadBytes' | 'balanced' | 'spans' | 'diagnostics'
  > {
    if (bytes > this.#end) this.#add({ start: this.#end, end: bytes }, { kind: 'boilerplate' });
    const unread = this.spans.filter((span) => span.kind === 'unread');
    for (const { start, end, text } of unread) {
      const message = `Not read: ${end - start} bytes, “${text ?? ''}”.`;
      this.note([diagnose('bytes-unread', message, { span: { start, end } })]);
    }
    if (this.withdrawn > 0 || this.withdrawnSources.length > 0) this.note([withdrawn(this)]);
    const declared = this.#results ?? this.declared ?? null;
    const met = this.#reconcile(declared);
    const { diagnostics } = this;
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    return {
      declared,
      found: this.found,
      rejected: this.rejected,
      unreadBytes: unread.reduce((sum, { start, end }) => sum + end - start, 0),
      balanced: met && unread.length === 0 && this.rejected === 0 && !broken,
      spans: this.spans,
      diagnostics,
    };
  }

  /** Whether the declared number is met, or the file is evidently one part of a longer result. */
  #reconcile(declared: number | null): boolean {
    if (declared === null || declared === this.found) return true;
    const isPart =
      this.found > 0 &&
      declared > this.found &&
      (declared > largestFile || this.found % fullFile === 0 || this.found === declared % fullFile);
    this.note([
      isPart
        ? diagnose('count-part', `The search had ${declared} results; this file holds ${this.found} of them.`)
        : diagnose('count-differs', `The file declares ${declared} articles; ${this.found} were found.`),
    ]);
    return isPart;
  }
}

function withdrawn({ withdrawn: numbers, withdrawnSources: sources }: Ledger): Diagnostic {
  const articles = numbers > 0 ? [`${numbers} ${numbers === 1 ? 'article' : 'articles'} by number`] : [];
  const whole = sources.length > 0 ? [`all articles of ${sources.join(', ')}`] : [];
  return diagnose('articles-withdrawn', `The file takes back ${[...articles, ...whole].join(' and ')}.`);
}
