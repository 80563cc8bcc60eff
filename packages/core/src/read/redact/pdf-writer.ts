import type { Letters } from '../conversions/pdf-lines.ts';

/** Letters at their place, with another text of as many. */
export interface Written {
  letters: Letters;
  text: string;
}

const fixed = { catalog: 1, pages: 2, resources: 3, map: 4, descriptor: 5 };
// No letter is wider or narrower than this thousandth of its height: runs are drawn out to their widths.
const letterWidth = 500;
const encoder = new TextEncoder();

/** Writes a PDF of letters alone, without the shapes of any: programs that read texts need none. */
export class PdfWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #places = new Map<number, number>();
  readonly #pages: number[] = [];
  readonly #fonts = new Map<string, number>();
  readonly #letters = new Map<string, number>();
  #length = 0;
  #next = Math.max(...Object.values(fixed)) + 1;

  constructor() {
    this.#put('%PDF-1.7\n');
  }

  /** Adds a page; the box is given by two of its corners, in points. */
  async page(box: readonly number[], runs: readonly Written[]): Promise<void> {
    const content = await deflate(`BT\n${runs.map((run) => this.#show(run)).join('')}ET`);
    const contents = this.#next++;
    const page = this.#next++;
    this.#stream(contents, content);
    const resources = `/Resources ${fixed.resources} 0 R /Contents ${contents} 0 R`;
    this.#object(
      page,
      `<</Type/Page/Parent ${fixed.pages} 0 R/MediaBox[${box.map(plain).join(' ')}]${resources}>>`,
    );
    this.#pages.push(page);
  }

  /** The whole file. */
  async end(): Promise<Uint8Array[]> {
    const kids = this.#pages.map((page) => `${page} 0 R`).join(' ');
    this.#object(fixed.pages, `<</Type/Pages/Kids[${kids}]/Count ${this.#pages.length}>>`);
    this.#object(fixed.catalog, `<</Type/Catalog/Pages ${fixed.pages} 0 R>>`);
    this.#stream(fixed.map, await deflate(this.#map()));
    this.#object(
      fixed.descriptor,
      '<</Type/FontDescriptor/FontName/Covered/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    );
    const fonts = [...this.#fonts.values()].map((number) => `/F${number} ${this.#font(number)} 0 R`);
    this.#object(fixed.resources, `<</Font<<${fonts.join('')}>>>>`);
    this.#trailer();
    return this.#chunks;
  }

  #show({ letters, text }: Written): string {
    const { transform, width, dir, fontName } = letters;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform as number[];
    const characters = [...text.toWellFormed()];
    // A run is drawn from the left, whatever way it is read.
    if (dir === 'rtl') characters.reverse();
    const length = Math.hypot(a, b) || 1;
    const stretch = (width * 1000) / (letterWidth * Math.max(1, characters.length)) / length;
    const matrix = [a * stretch, b * stretch, c, d, x, y].map(plain).join(' ');
    const codes = characters.map((character) => hex(numberOf(this.#letters, character))).join('');
    return `/F${numberOf(this.#fonts, fontName)} 1 Tf ${matrix} Tm <${codes}> Tj\n`;
  }

  /** A font that differs from the others: programs take equal ones for one. */
  #font(number: number): number {
    const letters = this.#next++;
    const font = this.#next++;
    const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
    const widths = `/DW ${letterWidth}/W[0[${number}]]/FontDescriptor ${fixed.descriptor} 0 R`;
    this.#object(letters, `<</Type/Font/Subtype/CIDFontType2/BaseFont/Covered${system}${widths}>>`);
    this.#object(
      font,
      `<</Type/Font/Subtype/Type0/BaseFont/Covered/Encoding/Identity-H/ToUnicode ${fixed.map} 0 R/DescendantFonts[${letters} 0 R]>>`,
    );
    return font;
  }

  /** Which number stands for which letter. */
  #map(): string {
    const entries = Array.from(
      this.#letters,
      ([character, number]) => `<${hex(number)}> <${Array.from(unitsOf(character), hex).join('')}>`,
    );
    const blocks = [];
    for (let at = 0; at < entries.length; at += mostEntries) {
      const block = entries.slice(at, at + mostEntries);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
    }
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Covered def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('')}endcmap CMapName currentdict /CMap defineresource pop end end`;
  }

  #trailer(): void {
    const start = this.#length;
    const rows = Array.from({ length: this.#next - 1 }, (_, index) => {
      const place = String(this.#places.get(index + 1) ?? 0).padStart(10, '0');
      return `${place} 00000 n \n`;
    });
    const table = `xref\n0 ${this.#next}\n0000000000 65535 f \n${rows.join('')}`;
    this.#put(
      `${table}trailer\n<</Size ${this.#next}/Root ${fixed.catalog} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    );
  }

  #object(number: number, body: string): void {
    this.#places.set(number, this.#length);
    this.#put(`${number} 0 obj\n${body}\nendobj\n`);
  }

  #stream(number: number, packed: Uint8Array): void {
    this.#places.set(number, this.#length);
    this.#put(`${number} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`);
    this.#chunks.push(packed);
    this.#length += packed.length;
    this.#put('\nendstream\nendobj\n');
  }

  #put(text: string): void {
    const bytes = encoder.encode(text);
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }
}

// The format allows no more in one block.
const mostEntries = 100;

const hex = (number: number): string => number.toString(16).padStart(4, '0');

function* unitsOf(character: string): Iterable<number> {
  for (let at = 0; at < character.length; at++) yield character.charCodeAt(at);
}

/** The format knows no exponents. */
const plain = (value: number): string => (Number.isFinite(value) ? value.toFixed(4) : '0');

/** A number for each name, from 1. */
function numberOf(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, number);
  return number;
}

async function deflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
