import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppsScript } from '../../../apps-script/build';
import type { AddonFiles } from './world';

let files: Promise<AddonFiles> | null = null;

/** The add-on exactly as it ships: what `npm test` has built, or a build of its own. */
export function buildAddon(): Promise<AddonFiles> {
  const dist = process.env['TRACE_DIST'];
  return (files ??= dist === undefined ? build() : read(join(dist, 'apps-script')));
}

async function build(): Promise<AddonFiles> {
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
