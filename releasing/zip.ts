import { zipSync, type Zippable } from 'fflate';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file that everyone may read: https://man7.org/linux/man-pages/man7/inode.7.html. */
const FILE_MODE = 0o100644;
const UNIX = 3;

/**
 * Packs a folder's files into a zip. The same files and day give the same bytes on every machine: fflate packs in
 * JavaScript, while the zlib of each Node version packs slightly differently.
 *
 * @param top the folder in the zip that contains all files
 * @param day `2026-06-01`
 */
export function zipFolder(folder: string, top: string, day: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesIn(folder)) files[`${top}/${path}`] = new Uint8Array(readFileSync(join(folder, path)));
  // A zip stores local time without a zone. No zone skips noon.
  const noon = new Date(`${day}T12:00:00`);
  return zipSync(files, { level: 9, mtime: noon, os: UNIX, attrs: FILE_MODE << 16 });
}

/**
 * The files of a folder and its subfolders, with `/` between the parts, in the same order everywhere.
 * @internal tests compare two builds with it
 */
export function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return files.map((path) => path.split(sep).join('/')).sort();
}
