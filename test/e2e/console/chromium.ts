import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

/** Where Debian's package has it. */
const installed = '/usr/bin/chromium';

/** Starts the Chromium that is installed, without a window. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? installed;
  if (!existsSync(executablePath)) {
    throw new Error(`Chromium: missing, got ${executablePath}; install it (on Debian: apt-get install chromium fonts-dejavu-core) or set CHROMIUM to its path`);
  }
  // Its sandbox does not work for root, as which CI runs; the pages are this repository's own.
  return launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--hide-scrollbars'] });
}
