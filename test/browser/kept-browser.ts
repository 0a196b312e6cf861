import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';

/** `test/setup/node-environment.cjs` has it for all files of a worker, and closes the browser once no file follows. */
interface Kept {
  browser: Promise<Browser> | null;
}

const kept = (globalThis as unknown as { readonly keptBrowser: Kept }).keptBrowser;

/** The browser of the file before, or else a new one: another half a second for its start and its first page. */
export async function takeBrowser(): Promise<Browser> {
  const last = await kept.browser?.catch(() => null);
  if (last?.isConnected() !== true) kept.browser = launchBrowser();
  return kept.browser!;
}

/** Leaves nothing of a file to the next one. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
