import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds in a page or a frame of it, as rule and element. */
export async function findViolations(place: Page | Frame): Promise<string[]> {
  const axe = createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js');
  await place.evaluate(await readFile(axe, 'utf8'));
  const { violations } = await place.evaluate<AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
