import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Written when the pictures are taken. */
export const LOOKS_FILE = 'test/golden/pictures.txt';

/** What decides how the pages look: their elements and styles, and what the pictures' scripts do before each of them. */
const LOOKS: readonly (readonly [folder: string, kind: RegExp])[] = [
  ['shared/panel', /\.(css|tsx)$/],
  ['shared/recipes', /\.ts$/],
  ['workbook', /\.(css|tsx|html)$/],
  ['test/browser', /shots\.ts$/],
];

/** Another text after each change of these files. */
export async function digestLooks(): Promise<string> {
  const digest = createHash('sha256');
  for (const [folder, kind] of LOOKS) {
    const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    for (const file of files.filter((name) => kind.test(name)).sort()) {
      digest.update(`${folder}/${file}\n${await readFile(join(folder, file), 'utf8')}`);
    }
  }
  return digest.digest('hex');
}
