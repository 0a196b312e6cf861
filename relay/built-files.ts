import { getMimeType } from 'hono/utils/mime';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file of the build. */
export interface BuiltFile {
  readonly contentType: string;
  /** A hash of its content, as https://www.rfc-editor.org/rfc/rfc9110#field.etag writes it. */
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of a folder and its subfolders, by name with `/`. A server that serves only names in this list cannot be
 * led elsewhere. The files are read at once, so that a page and its scripts are of one version even while another is
 * built over them.
 */
export async function readBuiltFiles(dir: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>();
  for (const path of await readdir(dir, { recursive: true })) {
    const isFile = (await stat(join(dir, path))).isFile();
    if (isFile) files.set(path.split(sep).join('/'), toBuiltFile(path, await readFile(join(dir, path))));
  }
  return files;
}

export function toBuiltFile(name: string, content: string | Uint8Array): BuiltFile {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { contentType: getMimeType(name) ?? 'application/octet-stream', etag: `"${digest}"`, bytes };
}
