const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `de` as `German`; a tag no one knows stays as it is. */
export function formatLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
