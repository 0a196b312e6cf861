import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePages } from './pages';

/** Paths are the project's: npm runs its scripts there. */
const COPIED = [
  ['docs/site/page.css', 'page.css'],
  ['excel-addin/assets/icon-32.png', 'icon.png'],
] as const;

/** Writes the pages to which the help links of the functions lead. */
export async function buildDocs({ outDir }: { readonly outDir: string }): Promise<void> {
  for (const [name, html] of await makePages()) {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, html);
  }
  for (const [source, name] of COPIED) await copyFile(source, join(outDir, name));
}
