// So many keys tell a record from the objects within it.
const telling = 3;

/** How the first record of a file opens: its first keys, as far as plain values stand between them. */
export class Opening {
  #keys: string[] = [];
  #closed = false;
  #pattern: RegExp | undefined;

  add(key: string): void {
    if (this.#closed) return;
    this.#keys.push(key);
    this.#pattern = undefined;
    this.#closed = this.#keys.length === telling;
  }

  /** What follows is no plain value, or another record. */
  close(): void {
    this.#closed ||= this.#keys.length > 0;
  }

  /** Finds a brace at a line's beginning, or one that opens as the first record did. Linear. */
  get pattern(): RegExp {
    this.#pattern ??= new RegExp(`[\\n\\r]\\{|${opening(this.#keys)}`, 'g');
    return this.#pattern;
  }
}

const plain = String.raw`\s{0,20}(?:"[^"\n]{0,400}"|[\w.+-]{1,40})\s{0,20},`;

function opening(keys: string[]): string {
  if (keys.length === 0) return String.raw`[,[]\s{0,20}\{\s{0,20}"`;
  const quoted = keys.map((key) => String.raw`\s{0,20}"${key.replace(/\W/g, '\\$&')}"\s{0,9}:`);
  return String.raw`\{` + quoted.join(plain);
}
