import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLandingPage } from './page';
import { makePages } from './pages';
import { picturesIn } from './pictures';
import { writeSearch } from './search/write-search';

/** Paths are relative to the project, where npm runs its scripts. */
const STYLES = ['theme', 'page', 'home', 'search', 'tables'].map((name) => `docs/site/styles/${name}.css`);
const PICTURES = 'docs/screenshots';
const ICON = 'excel-addin/assets/icon-32.png';

interface DocsBuild {
  readonly outDir: string;
  /** Whether the folder above has a landing page, to which every page then links. */
  readonly hasLandingPage?: boolean;
}

/**
 * Writes the pages that the functions' help links open.
 *
 * @returns every source file that contributed to their script
 */
export async function buildDocs({ outDir, hasLandingPage = false }: DocsBuild): Promise<readonly string[]> {
  const pages = await makePages();
  for (const [name, html] of pages) {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, hasLandingPage ? withLandingPage(html) : html);
  }
  const used = await writeSearch(outDir, pages);
  await mkdir(join(outDir, 'screenshots'), { recursive: true });
  for (const name of picturesIn(pages)) await copyFile(join(PICTURES, name), join(outDir, 'screenshots', name));
  const styles = await Promise.all(STYLES.map((style) => readFile(style, 'utf8')));
  await writeFile(join(outDir, 'page.css'), styles.join('\n'));
  await copyFile(ICON, join(outDir, 'icon.png'));
  return used;
}
