import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { toContentType } from './content-type';

/** A file of the build, read on request. */
export interface BuiltFile {
  readonly contentType: string;
  readonly read: () => Promise<string | Uint8Array<ArrayBuffer>>;
}

/**
 * The files of a folder and its subfolders, by name, with `/` between its parts. A server that looks requests up in
 * this list, and opens nothing else, cannot be led elsewhere.
 */
export async function listBuiltFiles(dir: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>();
  for (const path of await readdir(dir, { recursive: true })) {
    const isFile = (await stat(join(dir, path))).isFile();
    if (isFile) files.set(path.split(sep).join('/'), toBuiltFile(join(dir, path)));
  }
  return files;
}

/** The file at a path, which need not exist yet. */
export function toBuiltFile(path: string): BuiltFile {
  const read = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path));
  return { contentType: toContentType(path), read };
}
