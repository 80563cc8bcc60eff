const sentenceEnd = /[.!?…。！？][”"’»)]?$/u;
/** `Acme Pty. Ltd.`, `WASHINGTON, D.C.`: the full stop is a part of the last word. */
const abbreviated = /(?:^|[\s.,&])(?:\p{Lu}\p{L}{0,3}|etc)\.$/u;

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text) && !abbreviated.test(text);
}
