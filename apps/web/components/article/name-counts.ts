/** Names of files in the order of their first, each once, with how many files of that name there are. */
export function countNames(files: readonly { file: string }[]): { file: string; files: number }[] {
  const counts = new Map<string, number>();
  for (const { file } of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, count]) => ({ file, files: count }));
}
