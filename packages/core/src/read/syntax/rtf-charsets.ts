const westernPage = 1252;

/** Code pages by `\fcharset`; 1 means "the document's" and is absent. 2 (symbol fonts) is read as Western. */
const pagesByCharset: Record<number, number> = {
  0: 1252,
  2: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  83: 1255,
  84: 1256,
  85: 1253,
  86: 1254,
  87: 874,
  88: 1250,
  89: 10007,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** What TextDecoder calls the code pages that are not `windows-` and the number. */
const labels: Record<number, string> = {
  708: 'iso-8859-6',
  819: 'windows-1252',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  28592: 'iso-8859-2',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Code pages in which a character may be several bytes. */
const widePages = new Set([932, 936, 949, 950, 1361, 51949, 54936, 65001]);

/** Upper halves of the DOS pages, which no TextDecoder knows. Source: the Unicode consortium's CP437, CP850, CP852. */
const upperHalves: Record<number, string> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  852: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decoders = new Map<number, InstanceType<typeof TextDecoder>>();
const halves = new Map<number, string>();
const highBytes = Uint8Array.from({ length: 0x80 }, (_, at) => 0x80 + at);
// A hostile file can name a new page in every font.
const mostPages = 100;
let buffer = new Uint8Array(4096);

/** The code page of a font's `\fcharset`; undefined where the document's own applies. */
export function pageOfCharset(charset: number): number | undefined {
  return pagesByCharset[charset];
}

/** Decodes units (one a byte) by a Windows, Mac or DOS code page; an unknown page is read as 1252. */
export function decodePage(units: string, page: number): string {
  const upper = upperHalves[page];
  return upper ? mapUpper(units, upper) : decoderOf(page).decode(toBytes(units));
}

/** The characters of the bytes from 0x80 on; undefined where a character may be several bytes. */
export function upperHalf(page: number): string | undefined {
  if (widePages.has(page)) return undefined;
  const known = halves.get(page);
  if (known !== undefined) return known;
  const half = upperHalves[page] ?? decoderOf(page).decode(highBytes);
  if (halves.size < mostPages) halves.set(page, half);
  return half;
}

/** Decodes units as UTF-8, or gives null where they are not. */
export function decodeUtf8(units: string): string | null {
  try {
    return strictUtf8.decode(toBytes(units));
  } catch {
    return null;
  }
}

function mapUpper(units: string, upper: string): string {
  let text = '';
  for (let index = 0; index < units.length; index++) {
    const code = units.charCodeAt(index);
    text += code < 0x80 ? units[index] : (upper[code - 0x80] ?? '\ufffd');
  }
  return text;
}

function decoderOf(page: number): InstanceType<typeof TextDecoder> {
  const known = decoders.get(page);
  if (known) return known;
  const decoder = openDecoder(labels[page] ?? `windows-${page}`);
  if (decoders.size < mostPages) decoders.set(page, decoder);
  return decoder;
}

function openDecoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(`windows-${westernPage}`);
  }
}

function toBytes(units: string): Uint8Array {
  if (units.length > buffer.length) buffer = new Uint8Array(units.length * 2);
  for (let index = 0; index < units.length; index++) buffer[index] = units.charCodeAt(index);
  return buffer.subarray(0, units.length);
}
