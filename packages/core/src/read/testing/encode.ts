import { remember } from '../remember.ts';

/** The bytes of a text in a charset that only decoders know; what it lacks is a question mark. */
export function encode(text: string, charset: string): Uint8Array {
  const known = tableOf(charset);
  return Uint8Array.from([...text].flatMap((character) => known.get(character) ?? [0x3f]));
}

const tableOf = remember((charset): ReadonlyMap<string, number[]> => {
  const decoder = new TextDecoder(charset);
  const wide = !/^(?:windows|mac|koi|iso)/.test(charset);
  const pairs = Array.from({ length: wide ? 256 * 256 + 256 : 256 }, (_, code) =>
    code < 256 ? [code] : [(code >> 8) - 1, code & 0xff],
  );
  const known = new Map<string, number[]>();
  for (const bytes of pairs) {
    const one = decoder.decode(Uint8Array.from(bytes));
    if ([...one].length === 1 && !known.has(one)) known.set(one, bytes);
  }
  return known;
});
