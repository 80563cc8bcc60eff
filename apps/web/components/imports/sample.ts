/** The invented exports that come with the dashboard. */
export async function sampleFiles(): Promise<File[]> {
  const names: string[] = await (await fetched('/sample/index.json')).json();
  return Promise.all(
    names.map(async (name) => new File([await (await fetched(`/sample/${name}`)).blob()], name)),
  );
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The sample archive is not part of this build (${path}).`);
  return response;
}

/** A folder as people mean it: without the files that file managers hide in it. */
export function filesFromFolder(files: File[]): File[] {
  const inFolder = files.some((file) => file.webkitRelativePath !== '');
  return inFolder ? files.filter((file) => !file.name.startsWith('.') && file.name !== 'Thumbs.db') : files;
}
