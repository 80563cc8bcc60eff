/** What the tests ask of a library that comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    input: { chain(text: string, options: { generateGraph: boolean }): unknown };
    output: { format(id: string, items: unknown[], options: { template: string }): string };
  };
}
