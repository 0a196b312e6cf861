import type { Page } from 'playwright-core';
import { CELL_INPUT } from './grid-keys';

interface Part {
  readonly parentElement: Part & {
    querySelectorAll(selector: string): { readonly length: number };
    prepend(part: Part): void;
    append(part: Part): void;
  };
}

/** Moves what takes the keys for a cell before or after all else of the grid. */
export async function placeCellInput(page: Page, isFirst: boolean): Promise<void> {
  await page.locator(`#${CELL_INPUT}`).evaluate((input, first) => {
    let part = input as unknown as Part;
    while (part.parentElement.querySelectorAll('[contenteditable="true"]').length === 1) part = part.parentElement;
    if (first) part.parentElement.prepend(part);
    else part.parentElement.append(part);
  }, isFirst);
}
