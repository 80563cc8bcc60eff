const mark = '[\\p{Cc}\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\s]';
const before = new RegExp(`^${mark}+`, 'u');
// Looked for from the first of a run only, or a long run within the text is passed over once for each of its signs.
const behind = new RegExp(`(?<!${mark})${mark}+$`, 'u');

/** Without the signs of direction, spaces of no width and controls that programs set around a line or fill a file with. */
export function withoutMarks(text: string): string {
  const open = mayBeMark(text.charCodeAt(0)) ? text.replace(before, '') : text;
  return mayBeMark(open.charCodeAt(open.length - 1)) ? open.replace(behind, '') : open;
}

function mayBeMark(code: number): boolean {
  return (code >= 0x200b && code <= 0x2069) || code < 0x20 || code === 0xfeff;
}
