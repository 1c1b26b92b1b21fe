/** A real headless Chromium, without a word to any network of its own. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** @throws where there is none, with what to do */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(
      `${EXECUTABLE} is missing: this test looks at pages in it. Install it with: apt-get install chromium`,
    );
  }
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}
