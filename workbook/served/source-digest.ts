import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The folders that the page and its help are made from. */
const FOLDERS = ['bundling', 'docs', 'excel-addin', 'languages', 'sandbox', 'shared', 'workbook'];
/** The last one says what is actually installed; it is missing if another package manager installed it. */
const FILES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];
/** Neither the page nor its help shows them, and they are large. */
const LEFT_OUT = join('docs', 'screenshots') + sep;
const LENGTH = 20;

/** Names the sources of the page: the same contents have the same name, whenever they were written. */
export async function digestSources(root: string): Promise<string> {
  const listed = await Promise.all(FOLDERS.map((folder) => listFiles(root, folder)));
  const paths = [...listed.flat().filter((path) => !path.startsWith(LEFT_OUT)), ...FILES].sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path)).catch(() => null)));
  const hash = createHash('sha256');
  paths.forEach((path, at) => {
    const content = contents[at];
    if (content) hash.update(`${path.split(sep).join('/')}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex').slice(0, LENGTH);
}

/** The list includes folders, which cannot be read. */
async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  return (await readdir(join(root, folder), { recursive: true })).map((path) => join(folder, path));
}
