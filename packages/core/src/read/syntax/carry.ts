/**
 * What a scanner could not use yet, joined with what follows. It is looked at again only when as much again has come,
 * so that the work stays linear however small the chunks are.
 */
export class Carry {
  /** Place of the first unit of `text` in the file. */
  start = 0;
  text = '';
  #next: string[] = [];
  #waiting = 0;

  /** Adds units; whether `text` is worth another look. */
  push(chunk: string): boolean {
    this.#next.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting < this.text.length) return false;
    this.flush();
    return true;
  }

  /** Joins all that has come. */
  flush(): void {
    this.text =
      this.text === '' && this.#next.length === 1
        ? (this.#next[0] as string)
        : this.text + this.#next.join('');
    this.#next = [];
    this.#waiting = 0;
  }

  /** Drops the first units of `text`. */
  drop(units: number): void {
    this.text = this.text.slice(units);
    this.start += units;
  }
}

/** The place at `end` or a little before it that cuts no character of UTF-8. */
export function wholeEnd(units: string, end: number): number {
  if (end >= units.length) return units.length;
  let at = end;
  while (at > end - 3 && (units.charCodeAt(at) & 0xc0) === 0x80) at--;
  return at;
}
