import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** One file that the build made, read when asked for. */
export interface BuiltFile {
  readonly contentType: string;
  readonly read: () => Promise<string | Uint8Array<ArrayBuffer>>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * The files of a folder and of those below it, by their name within it, with `/` between its parts. A server that looks
 * a request up in this list, and opens nothing else, cannot be led elsewhere.
 */
export async function listBuiltFiles(dir: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>();
  for (const path of await readdir(dir, { recursive: true })) {
    const isFile = (await stat(join(dir, path))).isFile();
    if (isFile) files.set(path.split(sep).join('/'), toBuiltFile(join(dir, path)));
  }
  return files;
}

/** The file at a path, whether or not it is there already. */
export function toBuiltFile(path: string): BuiltFile {
  const read = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path));
  return { contentType: toContentType(path), read };
}

/** What a browser is told of a file, by its ending. */
export function toContentType(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
}
