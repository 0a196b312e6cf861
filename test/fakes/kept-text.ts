import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = '.cache';
const DAY_MS = 86_400_000;

/**
 * A text that is slow to produce, kept for all test files until its source changes.
 *
 * @param from the source, as a text that differs after each change
 */
export function keptText(name: string, from: string, make: () => string): string {
  const prefix = `kept-${name}-`;
  const own = prefix + createHash('sha256').update(from).digest('hex').slice(0, 16);
  try {
    return readFileSync(join(CACHE, own), 'utf8');
  } catch {
    const text = make();
    keep(prefix, own, text);
    return text;
  }
}

/** Moved into place once it is complete, because other workers may read meanwhile. */
function keep(prefix: string, own: string, text: string): void {
  mkdirSync(CACHE, { recursive: true });
  const writing = join(CACHE, `writing-${own}-${process.pid}`);
  writeFileSync(writing, text);
  renameSync(writing, join(CACHE, own));
  for (const name of readdirSync(CACHE))
    if (name.startsWith(prefix) && isOld(name)) rmSync(join(CACHE, name), { force: true });
}

/** Files of the same day may belong to another script under test. */
function isOld(name: string): boolean {
  const stat = statSync(join(CACHE, name), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > DAY_MS;
}

/** A text that differs after each change of a file in the folders. */
export function stateOfFolders(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => {
      const path = join(file.parentPath, file.name);
      const { mtimeMs, size } = statSync(path);
      return `${path} ${mtimeMs} ${size}`;
    })
    .sort()
    .join('\n');
}
