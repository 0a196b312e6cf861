import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** What is looked at, by CSS selectors. */
interface AxePart {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export const ALL: AxePart = { include: ['html'] };

/** The rules that a theme decides: https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md. */
export const OF_COLORS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds in a page or a frame of it, as rule and element. */
export async function findViolations(place: Page | Frame, where: AxePart = ALL, options = {}): Promise<string[]> {
  if (!(await place.evaluate("'axe' in window"))) {
    const axe = createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js');
    await place.evaluate(await readFile(axe, 'utf8'));
  }
  // Only what is said leaves the page: of all that passes axe would describe every element.
  const how = JSON.stringify({ ...options, resultTypes: ['violations'] });
  return place.evaluate<string[]>(`axe.run(${JSON.stringify(where)}, ${how}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

/** In a light page, and then in a dark one, which differs in its colors only. The page is light again afterwards. */
export async function findThemedViolations(page: Page, place: Page | Frame = page): Promise<string[]> {
  const light = await findViolations(place);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findViolations(place, ALL, OF_COLORS);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}
