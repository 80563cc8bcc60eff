import type { Value } from '../reader.ts';
import { decodePage, decodeUtf8, upperHalf } from './rtf-charsets.ts';
import { standsFor } from './rtf-fallback.ts';

/** How the units of the file stand for text where RTF itself does not say. */
export interface RtfCharset {
  /** UTF-16: a unit is a character already. */
  wide: boolean;
  /** The bytes looked like UTF-8: raw bytes are tried as such before the code page. */
  utf8: boolean;
}

/** The text of one line, gathered from raw units, bytes of a code page and Unicode characters. */
export class RtfText {
  private readonly charset: RtfCharset;
  private page = 1252;
  /** Of the page, where each of its characters is one byte. */
  private upper = upperHalf(1252);
  /** Units of the current code page, not decoded yet: a character may be several bytes. */
  private units = '';
  private high = false;
  private hexadecimal = false;
  /** What is decoded: finished stretches, and the one since the last link began or ended. */
  private stretches: string[] = [];
  private text = '';
  private surrogates = false;
  private links: { text: string; url: string }[] = [];
  /** Stand-ins still to come for the character `original`. */
  private standIns = 0;
  private original = '';

  constructor(charset: RtfCharset) {
    this.charset = charset;
  }

  /** Bytes from here on are of this code page. */
  usePage(page: number): void {
    if (page === this.page) return;
    this.decode();
    this.page = page;
    this.upper = upperHalf(page);
  }

  /** Adds a stretch of plain text; `high` where a unit is above 0x7f. */
  addUnits(units: string, high: boolean): void {
    const rest = this.standIns > 0 ? this.skipStandIns(units) : units;
    if (high && this.charset.wide) {
      this.decode();
      this.text += rest;
    } else {
      this.units += rest;
      this.high ||= high;
    }
  }

  /** Adds a byte given as `\'hh`. */
  addByte(byte: number): void {
    if (this.standIns > 0) {
      this.standIns--;
    } else if (byte > 0x7f && this.upper !== undefined && !this.high) {
      this.decode();
      this.text += this.upper.charAt(byte - 0x80);
      this.hexadecimal = true;
    } else if (byte >= 0x20 || byte === 0x09) {
      this.units += String.fromCharCode(byte);
      this.high ||= byte > 0x7f;
      this.hexadecimal = true;
    }
  }

  /** Adds a character that a control word or symbol names. */
  addCharacter(char: string): void {
    if (this.standIns > 0 && standsFor(char, this.original)) {
      this.standIns--;
      return;
    }
    this.standIns = 0;
    this.decode();
    this.text += char;
  }

  /** Adds the character of `\uN`, after which up to `standIns` stand-ins may come. */
  addUnicode(value: number, standIns: number): void {
    const code = value < 0 ? value + 0x10000 : value;
    const char =
      code <= 0xffff ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    this.decode();
    if (code >= 0x20 || code === 0x09) this.text += char;
    this.surrogates ||= code >= 0xd800 && code <= 0xdfff;
    this.standIns = standIns;
    this.original = char;
  }

  /** A group or a control word that is no character: no stand-in comes any more. */
  endStandIns(): void {
    this.standIns = 0;
  }

  /** A link begins here. */
  beginLink(): void {
    this.endStretch();
  }

  /** The link that began last ends here. */
  endLink(url: string): void {
    this.decode();
    const text = this.wellFormed(this.text).trim();
    if (text) this.links.push({ text, url });
    this.endStretch();
  }

  /** Gives the line and starts the next one; null where it is blank. */
  take(): Value | null {
    const text = this.wellFormed(this.takeStretches()).trim();
    const { links } = this;
    this.surrogates = false;
    if (links.length > 0) this.links = [];
    if (text === '') return null;
    return links.length > 0 ? { text, links } : { text };
  }

  private takeStretches(): string {
    this.decode();
    const { stretches, text } = this;
    this.text = '';
    if (stretches.length === 0) return text;
    this.stretches = [];
    return stretches.join('') + text;
  }

  private endStretch(): void {
    this.decode();
    if (this.text !== '') this.stretches.push(this.text);
    this.text = '';
  }

  private wellFormed(text: string): string {
    return this.surrogates ? text.toWellFormed() : text;
  }

  private decode(): void {
    if (this.units === '') {
      this.hexadecimal = false;
      return;
    }
    this.text += this.high ? this.decodeHigh() : this.units;
    this.units = '';
    this.high = false;
    this.hexadecimal = false;
  }

  private decodeHigh(): string {
    const utf8 = this.charset.utf8 && !this.hexadecimal ? decodeUtf8(this.units) : null;
    return utf8 ?? decodePage(this.units, this.page);
  }

  private skipStandIns(units: string): string {
    let from = 0;
    while (this.standIns > 0 && from < units.length) {
      if (!standsFor(units.charAt(from), this.original)) this.standIns = 0;
      else {
        this.standIns--;
        from++;
      }
    }
    return units.slice(from);
  }
}
