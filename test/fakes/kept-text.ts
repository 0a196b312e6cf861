import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = '.cache';
const DAY_MS = 86_400_000;

/**
 * A text that takes long to make, kept for all test files until what it is made from changes.
 *
 * @param from what it is made from: another text for each change
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

/** Moved into its place once it is whole: other workers may look meanwhile. */
function keep(prefix: string, own: string, text: string): void {
  mkdirSync(CACHE, { recursive: true });
  const writing = join(CACHE, `writing-${own}-${process.pid}`);
  writeFileSync(writing, text);
  renameSync(writing, join(CACHE, own));
  for (const name of readdirSync(CACHE))
    if (name.startsWith(prefix) && isOld(name)) rmSync(join(CACHE, name), { force: true });
}

/** Those of the same day may be of another script that is tested too. */
function isOld(name: string): boolean {
  const stat = statSync(join(CACHE, name), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > DAY_MS;
}

/** The files of folders as they are now: another text for each change of one. */
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
