import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Pages live for minutes: garbage that is left alone, and code that is compiled quickly, take a tenth less time. */
const ENGINE = '--js-flags=--initial-heap-size=256 --min-semi-space-size=64 --single-threaded-gc --no-opt';
/** Nothing here loosens the web: the page has to work as in a user's browser. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', ENGINE];
const INSTALLED = ['chrome', 'msedge', 'chromium'];

/** Only what hangs fails: a machine may be busy with something else. */
export const SETTLED_IN_MS = 90_000;

/** Starts the Chromium that `npm ci` brought; on platforms that it does not run on, an installed browser. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launchFound();
  browser.on('context', (context) => context.setDefaultTimeout(SETTLED_IN_MS));
  return browser;
}

async function launchFound(): Promise<Browser> {
  const executablePath = process.env['TRACE_CHROMIUM'] ?? execFileSync(process.execPath, ['test/browser/chromium.mjs']);
  if (executablePath.length > 0) return launch(executablePath.toString());
  for (const channel of INSTALLED) {
    try {
      return await chromium.launch({ channel, args: ARGS });
    } catch {
      // The next one may be installed.
    }
  }
  throw new Error('No browser for the tests: install Chrome, Edge or Chromium, or set TRACE_CHROMIUM to one.');
}

/** The unpacked one comes with its own libraries and fonts, which lie beside it. */
function launch(executablePath: string): Promise<Browser> {
  const folder = dirname(executablePath);
  const libraries = join(folder, 'al2023', 'lib');
  const own = existsSync(libraries) ? { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') } : {};
  return chromium.launch({ executablePath, args: ARGS, env: { ...process.env, ...own } as Record<string, string> });
}
