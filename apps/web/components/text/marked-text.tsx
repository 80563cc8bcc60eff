import { Fragment } from 'react';
import { type Place, segmentText } from './segments.ts';

/** Text with its hits marked; text only, whatever it holds. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Place[] }) {
  return segmentText(text, marks).map((segment, index) =>
    segment.mark === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their order
      <Fragment key={index}>{segment.text}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their order
      <mark key={index}>{segment.text}</mark>
    ),
  );
}
