import { useDropzone } from 'react-dropzone';
import { type ListFile, openListFile, takeLines } from './list-file.ts';

/** The file that lines were taken from, and what of it could not be taken, in words. */
export interface Opened {
  file: ListFile | null;
  left: string[];
}

/** Where a file of queries can be dropped or opened; its lines go to `take`. */
export function useListFile(onOpen: (opened: Opened) => void, take: (lines: string) => void) {
  const load = async (file: ListFile) => {
    const { lines, left } = await takeLines(file);
    onOpen({ file, left });
    take(lines);
  };
  const drop = async ([file]: File[]) => {
    if (!file) return;
    const read = await openListFile(file);
    if (read) await load(read);
    else onOpen({ file: null, left: [`${file.name} is not UTF-8. Save it as UTF-8 (in Excel: CSV UTF-8).`] });
  };
  const zone = useDropzone({
    onDrop: (files) => void drop(files),
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    multiple: false,
  });
  return { ...zone, load };
}
