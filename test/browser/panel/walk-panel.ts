import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../languages/language';
import { BulkPage } from '../enrich/bulk-page';

const COMPANIES = [
  ['Website'],
  ...Array.from({ length: 12 }, (_row, index) => [`company-${index + 1}.example`]),
  ['n/a'],
];

/**
 * Goes through the panel at 300 px in some language: a column to enrich, its enrichment, and every tab with its folds open.
 *
 * @param atEach called in each state
 * @returns errors of the page
 */
export async function walkPanel(
  browser: Browser,
  origin: string,
  language: Language,
  atEach: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const bulk = await BulkPage.open(browser, origin, COMPANIES, { language, acts: true });
  const { say } = language;
  const { page } = bulk;
  const see = async (): Promise<void> => {
    await unfold(page);
    await atEach(page);
  };
  const preset = page.getByRole('button', { name: say('Profile') });
  await preset.waitFor();
  await see();
  await preset.click();
  await see();
  await page
    .getByRole('group', { name: say('Price and start') })
    .getByRole('button')
    .click();
  await page.getByText(say('Undo enrichment')).first().waitFor();
  await see();
  const tabs = page.getByRole('tab');
  for (let tab = 1; tab < (await tabs.count()); tab += 1) {
    await tabs.nth(tab).click();
    await page.locator('[role=tabpanel]:visible, section:visible').first().waitFor();
    await page
      .locator('.is-busy:visible', { hasText: say('Loading…') })
      .first()
      .waitFor({ state: 'hidden' });
    await see();
  }
  await bulk.close();
  return bulk.errors;
}

/** Opens one fold after the other: what is opened may hold more. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('details:not([open]) > summary:visible');
  for (let left = 30; left > 0 && (await folded.count()) > 0; left -= 1) await folded.first().click();
}
