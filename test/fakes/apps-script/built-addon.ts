import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppsScript } from '../../../apps-script/build';
import type { AddonFiles } from './world';

let built: Promise<AddonFiles> | null = null;

/**
 * The add-on as Google gets it: clasp pushes what was built, byte for byte (test/apps-script/clasp.test.ts). The files that
 * this run of the tests has built (`TRACE_DIST`); a test file that runs by itself builds them.
 */
export async function buildAddon(): Promise<AddonFiles> {
  const dist = process.env['TRACE_DIST'];
  return (built ??= dist === undefined ? buildAndRead() : read(join(dist, 'apps-script')));
}

async function buildAndRead(): Promise<AddonFiles> {
  const outDir = await mkdtemp(join(tmpdir(), 'trace-apps-script-'));
  try {
    await buildAppsScript({ outDir });
    return await read(outDir);
  } finally {
    await rm(outDir, { recursive: true });
  }
}

async function read(folder: string): Promise<AddonFiles> {
  const [code, html, manifest] = await Promise.all(
    ['Code.js', 'Sidebar.html', 'appsscript.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { code: code!, html: html!, manifest: manifest! };
}
