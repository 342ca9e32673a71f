import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

/** The path in the Debian package. */
const installed = '/usr/bin/chromium';

/** Starts the installed Chromium, without a window. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? installed;
  if (!existsSync(executablePath)) {
    throw new Error(`Chromium: missing, got ${executablePath}; install it (on Debian: apt-get install chromium fonts-dejavu-core) or set CHROMIUM to its path`);
  }
  // The sandbox of Chromium does not work for root, and CI runs as root. The pages are from this repository.
  return launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--hide-scrollbars'] });
}
