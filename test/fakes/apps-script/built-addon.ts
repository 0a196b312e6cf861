import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtOnce } from '../built-once';
import type { AddonFiles } from './world';

const SOURCES = ['apps-script', 'shared', 'bundling', 'languages', 'appsscript.json'];

let files: Promise<AddonFiles> | null = null;

/** The add-on as Google gets it: clasp pushes the build byte for byte (test/apps-script/clasp.test.ts). */
export function buildAddon(): Promise<AddonFiles> {
  return (files ??= addonFolder().then(read));
}

/** Its folder: the build of this test run (`TRACE_DIST`), or else a build of the current sources. */
export async function addonFolder(): Promise<string> {
  const dist = process.env['TRACE_DIST'];
  if (dist !== undefined) return join(dist, 'apps-script');
  return builtOnce('apps-script', SOURCES, async (outDir) => {
    // It loads most of the project.
    const { buildAppsScript } = await import('../../../apps-script/build');
    await buildAppsScript({ outDir });
  });
}

async function read(folder: string): Promise<AddonFiles> {
  const [code, html, manifest] = await Promise.all(
    ['Code.js', 'Sidebar.html', 'appsscript.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { code: code!, html: html!, manifest: manifest! };
}
