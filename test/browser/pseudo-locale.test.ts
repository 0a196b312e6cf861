import type { Page } from 'playwright-core';
import { PSEUDO } from '../../languages/language';
import { serveWorkbook } from './served-workbook';
import { walkPanel } from './panel/walk-panel';
import { PAGE_WIDTH } from './page-width';

/** The panel at 300 px in a language with letters of its own: a word with English letters only is hard-wired. */

const served = serveWorkbook();
/** Names of functions and arguments, and what comes from the sheet, the service and the test's own host. */
const DATA =
  /TRACE_\w+(\([\w, [\]]*\))?|company-\d+|Company \d+|(stripe|shopify)\.com|Leads|Website|trace_…demo|acc1|Kept in memory|The record is kept in memory\.|example|\bn\/a\b/g;
/** Titles of columns, and values of the service: both are of cells. */
const CELLS =
  /\b(Company|Industry|Employees|Country|Founded|Consumer goods|Education|Energy|Health care|Insurance|Logistics|Manufacturing|Media|Retail|Software)\b/g;
const LISTS =
  /^(Shopify users in the US|Banks and insurers in Europe|Large accounts|Picked by hand|owner|editor|viewer)$/;

/** All that the page shows or says, text by text. */
const READ_TEXTS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.parentElement.checkVisibility()) texts.push(walker.currentNode.data);
  for (const name of ['aria-label', 'placeholder', 'title'])
    for (const element of document.querySelectorAll('[' + name + ']')) texts.push(element.getAttribute(name));
  return texts.map((text) => text.trim());
})()`;

/** The texts of elements that hide a part of theirs. Fields and the row of tabs scroll; what only screen readers read is tiny. */
const READ_CUT = `[...document.querySelectorAll('body *')].filter((element) =>
  element.checkVisibility() &&
  element.clientWidth > 1 &&
  element.scrollWidth > element.clientWidth + 1 &&
  getComputedStyle(element).overflowX !== 'visible' &&
  !element.matches('input, textarea, select, .unseen, .tabs')).map(({ textContent }) => textContent)`;

async function expectTranslated(page: Page): Promise<void> {
  const texts = await page.evaluate<string[]>(READ_TEXTS);
  expect({
    english: texts.filter((text) => !LISTS.test(text) && /[A-Za-z]{3}/.test(text.replace(DATA, '').replace(CELLS, ''))),
    cut: await page.evaluate(READ_CUT),
    width: await page.evaluate(PAGE_WIDTH),
  }).toEqual({ english: [], cut: [], width: 300 });
}

it('says every word in its language and cuts none, in every tab and through an enrichment', async () => {
  expect(await walkPanel(served.browser, served.origin, PSEUDO, expectTranslated)).toEqual([]);
});
