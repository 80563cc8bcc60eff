/** Id of an article as its address has it; a stray percent sign is no reason to fail. */
export function idOfAddress(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
