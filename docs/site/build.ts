import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePages } from './pages';

/** Paths are the project's: npm runs its scripts there. */
const STYLES = ['docs/site/theme.css', 'docs/site/page.css', 'docs/site/tables.css'];
const ICON = 'excel-addin/assets/icon-32.png';

/** Writes the pages to which the help links of the functions lead. */
export async function buildDocs({ outDir }: { readonly outDir: string }): Promise<void> {
  for (const [name, html] of await makePages()) {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, html);
  }
  const styles = await Promise.all(STYLES.map((style) => readFile(style, 'utf8')));
  await writeFile(join(outDir, 'page.css'), styles.join('\n'));
  await copyFile(ICON, join(outDir, 'icon.png'));
}
