const oddities = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[-+]?\b(?:NaN|Infinity|None|True|False|undefined)\b/g;
const meant: Record<string, string> = { True: 'true', False: 'false' };

/** The value of a JSON text; line ends within strings and values that JSON does not know are told as `odd`. */
export function parseJson(text: string): { value: unknown; odd: boolean } | undefined {
  const value = parsed(text);
  if (value) return { ...value, odd: false };
  const mended = parsed(
    text.replace(oddities, (token) => (token[0] === '"' ? escaped(token) : (meant[token] ?? 'null'))),
  );
  return mended && { ...mended, odd: true };
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function escaped(token: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON does not allow in a string
  return token.replace(/[\0-\x1f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
