/** Colours that are told apart in both themes, also by those who see few of them (after Okabe and Ito). */
const colours = 8;
/** Strokes change with each round of colours and beside each other, so that no line is told by colour alone. */
const dashes = ['', '7 3', '2 3', '9 3 2 3'];

export interface LineStyle {
  colour: string;
  dash: string;
}

/** How the line at this index is drawn. */
export function lineStyle(index: number): LineStyle {
  return {
    colour: `var(--series-${(index % colours) + 1})`,
    dash: dashes[(index + Math.floor(index / colours)) % dashes.length] ?? '',
  };
}
