import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppsScript } from '../../../apps-script/build';
import { makeClaspFolder } from '../script-api/clasp';
import type { ScriptFile } from '../script-api/script-api';
import type { AddonFiles } from './world';

let pushed: Promise<readonly ScriptFile[]> | null = null;

/** The add-on exactly as Google gets it: the files that the real clasp has pushed. */
export async function buildAddon(): Promise<AddonFiles> {
  const files = await (pushed ??= readPushed());
  const [code, html, manifest] = ['Code', 'Sidebar', 'appsscript'].map(
    (name) => files.find((file) => file.name === name)?.source ?? '',
  );
  return { code: code!, html: html!, manifest: manifest! };
}

/** Pushes what a folder holds and keeps what arrived in a file, for the tests of one run to share. */
export async function writePushed(addonDir: string, file: string): Promise<void> {
  await writeFile(file, JSON.stringify(await push(addonDir)));
}

async function readPushed(): Promise<readonly ScriptFile[]> {
  const file = process.env['TRACE_PUSHED'];
  if (file !== undefined) return JSON.parse(await readFile(file, 'utf8')) as readonly ScriptFile[];
  const outDir = await mkdtemp(join(tmpdir(), 'trace-apps-script-'));
  try {
    await buildAppsScript({ outDir });
    return await push(outDir);
  } finally {
    await rm(outDir, { recursive: true });
  }
}

async function push(addonDir: string): Promise<readonly ScriptFile[]> {
  const clasp = await makeClaspFolder(addonDir);
  try {
    const created = { scriptId: clasp.api.scriptId, rootDir: 'dist/apps-script' };
    await writeFile(join(clasp.folder, '.clasp.json'), JSON.stringify(created));
    const { code, output } = await clasp.run('push', '--force');
    if (code !== 0) throw new Error(`clasp did not push:\n${output}`);
    return clasp.api.files();
  } finally {
    await clasp.remove();
  }
}
