// The invented archive that an empty dashboard offers to load, and the list of its files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleArchive } from '@pressmark/fixtures';

const folder = 'public/sample';
const files = sampleArchive();
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
writeFileSync(join(folder, 'index.json'), JSON.stringify(files.map(({ name }) => name)));
