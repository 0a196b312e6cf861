import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own file looks for its fonts in folders of a cloud function; without fonts a page shows no text. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Brings the Chromium that `npm ci` installed into a state in which it can be started, and answers where it is. Called
 * once, before test workers start. `TRACE_CHROMIUM` names another browser. An empty answer means that this platform has
 * to use an installed Chrome, Edge or Chromium.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const chosen = process.env.TRACE_CHROMIUM;
  if (chosen !== undefined) return chosen;
  if (process.platform !== 'linux' || process.arch !== 'x64') return '';
  const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
  const folder = join(cache, `chromium-${await readVersion()}`);
  if (!existsSync(folder)) await unpack(cache, folder);
  return join(folder, 'chromium');
}

async function readVersion() {
  const file = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')).version;
}

/** Unpacked beside its place and then moved there, so that half a browser is never started. */
async function unpack(cache, folder) {
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await withEnvironment({ TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, async () => {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    });
    await writeFile(join(unpacking, 'fonts/fonts.conf'), FONT_SETTINGS);
    await rename(unpacking, folder);
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * The package unpacks into `TMPDIR`, brings its own system libraries if it takes the machine for a cloud function, and
 * leaves their path in the environment, where they would be found by every other program that is started.
 */
async function withEnvironment(changes, work) {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await ensureChromium());
