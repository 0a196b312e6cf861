import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const CACHE = '.cache';

/**
 * The folder of a build of the current sources. The first test file that asks for it builds it, and it is kept until
 * a source changes.
 *
 * @param sources files and folders, from the project's folder
 */
export async function builtOnce(
  name: string,
  sources: readonly string[],
  build: (outDir: string) => Promise<unknown>,
): Promise<string> {
  const prefix = `built-${name}-`;
  const own = prefix + (await stateOf([...sources, 'package-lock.json']));
  const folder = join(CACHE, own);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const others = (await readdir(CACHE)).filter((other) => other.startsWith(prefix) && other !== own);
  const building = await mkdtemp(join(CACHE, `building-${name}-`));
  await build(building);
  await rename(building, folder).catch(async (error: unknown) => {
    // Another worker was faster.
    await rm(building, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  await Promise.all(others.map((other) => rm(join(CACHE, other), { recursive: true, force: true })));
  return folder;
}

/** A text that differs after each change of a file. */
async function stateOf(sources: readonly string[]): Promise<string> {
  const found = await Promise.all(sources.map(filesOf));
  const states = found.flat().sort();
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
}

async function filesOf(source: string): Promise<readonly string[]> {
  const { mtimeMs, size } = await stat(source);
  if (source.includes('.')) return [`${source} ${mtimeMs} ${size}`];
  const files = await readdir(source, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        const { mtimeMs: changedMs, size: bytes } = await stat(path);
        return `${path} ${changedMs} ${bytes}`;
      }),
  );
}
