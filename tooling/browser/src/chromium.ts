import { existsSync } from 'node:fs';
import { chromium as playwright } from 'playwright-core';
import { unpackChromium } from './unpack.ts';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Nothing but the page under test may reach for the network.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Playwright's `launch` takes. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * A Chromium to drive: CHROMIUM_PATH, the system's, Playwright's own, or one unpacked from npm, which needs
 * neither root nor an install.
 */
export async function chromium(): Promise<ChromiumLaunch> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const installed = named || [...systemPaths, playwright.executablePath()].find((path) => existsSync(path));
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : await unpackChromium();
  // The sandbox refuses root, and the unpacked browser comes without its helper.
  const sandbox = installed && process.getuid?.() !== 0 ? [] : ['--no-sandbox'];
  return { executablePath, args: [...sandbox, ...quiet], env: { ...process.env, ...env } };
}
