export interface Place {
  start: number;
  end: number;
}

/** A stretch of text that is alike throughout: which hit it belongs to, and which damage. */
export interface Segment {
  text: string;
  /** Index of the hit within the text. */
  mark?: number;
  /** Index of the damaged place within the text. */
  damage?: number;
}

/**
 * Cuts a text at the borders of its hits and damaged places; the segments joined are the text again. A place between two
 * characters, where something is missing, has a segment without text.
 */
export function segmentText(
  text: string,
  marks: readonly Place[],
  damages: readonly Place[] = [],
): Segment[] {
  const borders = new Set([0, text.length]);
  for (const place of [...marks, ...damages]) {
    borders.add(Math.min(place.start, text.length)).add(Math.min(place.end, text.length));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const gapsAt = (at: number): Segment[] =>
    damages.flatMap(({ start, end }, damage) => (start === at && end === at ? [{ text: '', damage }] : []));
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1];
    if (end === undefined) return gapsAt(start);
    const covers = (place: Place) => place.start <= start && place.end >= end && place.end > place.start;
    const segment: Segment = { text: text.slice(start, end) };
    const mark = marks.findIndex(covers);
    const damage = damages.findIndex(covers);
    if (mark >= 0) segment.mark = mark;
    if (damage >= 0) segment.damage = damage;
    return [...gapsAt(start), segment];
  });
}
