import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '..', 'node_modules', '.cache');
const unpacked = join(cache, 'chromium');

/** Unpacks the Chromium of @sparticuz/chromium with the libraries it needs, once; Linux on x64 and arm64. */
export async function unpackChromium() {
  if (process.platform !== 'linux') {
    throw new Error('No Chromium or Chrome was found: install one, or name it in CHROMIUM_PATH.');
  }
  if (!existsSync(unpacked)) await unpack();
  return {
    executablePath: join(unpacked, 'chromium'),
    env: {
      FONTCONFIG_PATH: join(unpacked, 'fonts'),
      LD_LIBRARY_PATH: [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(delimiter),
    },
  };
}

// Into a folder of its own, then renamed: two at once, or one cut short, must not leave half a browser.
async function unpack() {
  await mkdir(cache, { recursive: true });
  const stage = await mkdtemp(join(cache, 'unpacking-'));
  try {
    // The package unpacks into the temporary folder and nowhere else, so it gets a process with its own.
    await promisify(execFile)(process.execPath, [join(here, 'inflate.ts')], {
      env: { ...process.env, TMPDIR: stage },
    });
    // Its font list names folders of its maker's servers; with no font at all, every page is blank.
    await copyFile(join(here, 'fonts.conf'), join(stage, 'fonts', 'fonts.conf'));
    await rename(stage, unpacked).catch((error) => {
      if (!existsSync(unpacked)) throw error;
    });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
