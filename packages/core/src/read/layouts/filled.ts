/** Whether a text is more than white space. */
export function isFilled(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code > 0x20 && code < 0x80) || text.trim() !== '';
}
