import { Fragment } from 'react';
import { type Place, segmentText } from './segments.ts';

/** Text with its hits marked; text only, whatever it holds. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Place[] }) {
  return segmentText(text, marks).map((segment, index) =>
    segment.mark === undefined ? (
      <Fragment key={index}>{segment.text}</Fragment>
    ) : (
      <mark key={index}>{segment.text}</mark>
    ),
  );
}
