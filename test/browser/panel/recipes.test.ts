import { EXAMPLES, RECIPES } from '../../../shared/reference';
import { BulkPage } from '../enrich/bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();

const WEBSITES = [['Website'], ['stripe.com'], ['shopify.com'], ['slack.com']];
/** A sheet without a column of companies. */
const NOTES = [
  ['', ''],
  ['', 'x'],
];

it('before a column is selected, recipes are the first card of Enrich, and open in Formula', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, NOTES);
  const { page } = panel;
  const card = panel.section().locator('.card').first();
  await card.getByRole('heading', { name: 'Start from a recipe' }).waitFor();
  expect(await card.locator('.recipe-title').allInnerTexts()).toEqual([
    'Which accounts use …',
    'Add the tech stack',
    'Who left … since …',
    'Score accounts by fit',
    'Which leads partner with …',
  ]);
  await card.getByRole('button', { name: 'Show all 11 recipes' }).press('Enter');
  expect(await card.locator('.recipe-costs').count()).toBe(11);
  expect(await panel.violations()).toEqual([]);
  await card.getByRole('button', { name: /^Size a market/ }).press('Enter');
  await page.getByRole('heading', { name: 'Size a market' }).waitFor();
  expect({ focused: await panel.focused(), width: await panel.scrollWidth() }).toEqual({
    focused: 'Size a market',
    width: 300,
  });
  await panel.close();
});

it('the selected column fills the accounts, and the sheet is added beside the others', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, WEBSITES);
  const { page } = panel;
  await panel.openTab('Formula');
  await page.getByRole('button', { name: /^Which accounts use …/ }).click();
  await page.getByText(/^From .*Website/).waitFor();
  expect(await page.inputValue('#recipe-accounts')).toBe('stripe.com\nshopify.com\nslack.com');
  await page.fill('#recipe-technologies', 'React');
  await page.getByText('Up to 3 credits. Saved answers are free.').waitFor();
  expect(await panel.violations()).toEqual([]);
  await page.getByRole('button', { name: 'Make sheet · up to 3 credits' }).click();
  await page.getByText('Added the sheet Accounts that use React.').waitFor();
  expect(await panel.do('host.newSheets.length')).toBe(1);
  expect(await panel.values()).toEqual(WEBSITES);
  expect(panel.requests.filter((request) => !request.includes('/technologies'))).toEqual([]);
  await page.getByRole('button', { name: 'All recipes and functions' }).press('Enter');
  expect(await panel.focused()).toContain('Which accounts use …');
  expect(panel.errors).toEqual([]);
  await panel.close();
});

it('the selected column fills the first question alone', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, WEBSITES);
  const { page } = panel;
  await panel.openTab('Formula');
  await page.getByRole('button', { name: 'Show all 11 recipes' }).click();
  await page.getByRole('button', { name: /^Warm paths/ }).click();
  await page.getByText(/^From .*Website/).waitFor();
  await page.getByText('Fill in the fields above to see the price.').waitFor();
  expect([await page.inputValue('#recipe-accounts'), await page.inputValue('#recipe-partners')]).toEqual([
    'stripe.com\nshopify.com\nslack.com',
    '',
  ]);
  await panel.close();
});

it('what is typed while the selection is read stays, also if its field had only the focus until then', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, WEBSITES);
  const { page } = panel;
  await panel.openTab('Formula');
  await panel.do(`{
    const read = host.selection;
    window.answers = [];
    host.selection = () => new Promise((resolve) => answers.push(resolve)).then(read);
  }`);
  const readAtLast = async (): Promise<void> => {
    await expectSoon(() => panel.do('answers.length > 0'), true);
    await panel.do(`{
      for (const answer of answers.splice(0)) answer();
      new Promise((resolve) => setTimeout(resolve, 300));
    }`);
  };
  await page.getByRole('button', { name: /^Which accounts use …/ }).click();
  await page.fill('#recipe-accounts', 'figma.com');
  await readAtLast();
  expect(await page.inputValue('#recipe-accounts')).toBe('figma.com');
  await page.getByRole('button', { name: 'All recipes and functions' }).click();
  await page.getByRole('button', { name: /^Which accounts use …/ }).click();
  await page.focus('#recipe-accounts');
  await readAtLast();
  await page.keyboard.type('figma.com');
  expect(await page.inputValue('#recipe-accounts')).toBe('figma.com');
  await panel.close();
});

it('a misspelled country is replaced by one press of a key, and its field keeps the focus', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, WEBSITES);
  const { page } = panel;
  await panel.openTab('Formula');
  await page.getByRole('button', { name: /^Score accounts/ }).click();
  await page.fill('#recipe-technology', 'Stripe');
  await page.fill('#recipe-country', 'Germny');
  await page.getByRole('button', { name: 'Use “Germany”' }).press('Enter');
  await page.getByRole('button', { name: 'Make sheet · up to 3 credits' }).waitFor();
  expect([await page.inputValue('#recipe-country'), await page.evaluate('document.activeElement.id')]).toEqual([
    'Germany',
    'recipe-country',
  ]);
  await panel.close();
});

it('an answer that cannot be used says what to type, and nothing is made', async () => {
  const panel = await BulkPage.open(served.browser, served.origin, NOTES);
  const { page } = panel;
  await panel.openTab('Formula');
  await page.getByLabel('What do you want to know?').fill('who left Angular since 2026');
  await page.getByRole('button', { name: 'Who left … since … · Angular · 2026-01-01' }).click();
  await page.fill('#recipe-since', '1 May 2026');
  await page.getByText('Enter a day as 2026-01-31.').waitFor();
  expect(await page.getByRole('button', { name: 'Make sheet' }).getAttribute('aria-disabled')).toBe('true');
  await panel.close();
});

it.each(RECIPES)('$id is found, filled in, priced and made by keyboard alone, in 300 pixels', async (recipe) => {
  const panel = await BulkPage.open(served.browser, served.origin, NOTES);
  const { page } = panel;
  const tabTo = async (selector: string): Promise<void> => {
    await page.locator(selector).filter({ visible: true }).first().waitFor();
    for (let step = 0; step < 20; step += 1) {
      if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached`);
  };
  await page.getByRole('tab', { name: 'Formula' }).focus();
  await page.keyboard.press('Enter');
  await tabTo('#formula-search');
  await page.keyboard.type(recipe.title.replace(/ ….*/, ''));
  await tabTo(`[data-recipe="${recipe.id}"]`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: recipe.title }).waitFor();
  for (const [question, text] of Object.entries(EXAMPLES[recipe.id].typed)) {
    await tabTo(`#recipe-${question}`);
    await page.keyboard.insertText(text);
  }
  const make = page.getByRole('button', { name: /^Make sheet · / });
  await make.waitFor();
  await tabTo('#recipe-as');
  await page.keyboard.press('Tab');
  expect(await panel.focused()).toMatch(/^Make sheet · (up to \d+ credits|free|price depends)$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Added the sheet /).waitFor();
  expect([
    await panel.do('host.newSheets.length'),
    await panel.scrollWidth(),
    await panel.violations(),
    panel.errors,
  ]).toEqual([1, 300, [], []]);
  await panel.close();
});
