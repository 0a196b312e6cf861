import type { Locator } from 'playwright-core';
import { BulkPage, companies } from '../enrich/bulk-page';
import { serveWorkbook } from '../served-workbook';

/** A user's actions in the panel before the service has answered. */

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  await served.control('reset', {});
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const tab = (): Locator => page.page.getByRole('tabpanel', { name: 'Lists' });
const button = (name: string | RegExp): Locator => tab().getByRole('button', { name, exact: typeof name === 'string' });
const newName = (): Locator => tab().getByLabel('Name', { exact: true });

/** Holds back the answers to requests of a kind. What is returned lets them come, and resolves once the first has come. */
async function hold(method: string, path: RegExp): Promise<() => Promise<unknown>> {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route(path, async (route) => {
    if (route.request().method() === method) await held;
    await route.continue();
  });
  return () => {
    const answered = page.page.waitForResponse((response) => path.test(response.url()));
    answer();
    return answered;
  };
}

async function openList(name: RegExp): Promise<void> {
  await page.openTab('Lists');
  await button(name).click();
  await button('Edit conditions').or(button('Add conditions')).waitFor();
}

it('never takes the focus from a field when a list appears whose form was left', async () => {
  await page.openTab('Lists');
  await button('New list').click();
  await newName().fill('One');
  const answer = await hold('POST', /\/v1\/lists$/);
  await button('Create list · free').click();
  await button('Cancel').click();
  await button('New list').click();
  await newName().fill('Two');
  await answer();
  await page.do('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(await newName().inputValue()).toBe('Two');
});

it('never takes the focus from a field when a list that was left is renamed', async () => {
  await openList(/Picked by hand/);
  await tab().getByText('Share, rename or delete').click();
  const answer = await hold('PATCH', /\/v1\/lists\/\w+$/);
  await tab().getByLabel('New name').fill('Picked by feet');
  await button('Rename').click();
  await button('All lists').click();
  await button('New list').click();
  await newName().fill('Two');
  await answer();
  await page.do('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(await newName().inputValue()).toBe('Two');
});

it('keeps the next address that is typed while a list is shared with one', async () => {
  await openList(/Picked by hand/);
  await tab().getByText('Share, rename or delete').click();
  const answer = await hold('POST', /\/v1\/lists\/\w+\/permissions/);
  const email = tab().getByLabel('Email of a person in your organization');
  await email.fill('ann@example.com');
  await button('Share').click();
  await email.fill('bob@example.com');
  await answer();
  await tab().getByText('ann@example.com can now view this list.').waitFor();
  expect(await email.inputValue()).toBe('bob@example.com');
});

it('takes no changes to conditions while they are saved, which would be lost with their editor', async () => {
  await openList(/Shopify users in the US/);
  await button('Edit conditions').click();
  await button('Save conditions · free').click();
  await hold('PUT', /\/v1\/lists\/\w+\/definition/);
  await button('Replace conditions').click();
  await tab().getByText('Saving…').waitFor();
  expect({
    value: await tab().getByLabel('Value of condition 2').isEnabled(),
    keep: await button('Keep editing').isEnabled(),
  }).toEqual({ value: false, keep: false });
});

it('keeps the next company that is typed while a rescan of one begins', async () => {
  await page.openTab('Activity');
  const card = page.page.getByRole('region', { name: 'Check for changes' });
  await card.locator('#check-from').selectOption('One company');
  const answer = await hold('POST', /\/v1\//);
  const company = card.getByLabel('Company', { exact: true });
  await company.fill('company-1.example');
  await company.press('Enter');
  await company.fill('company-2.example');
  await answer();
  await card.getByRole('article').waitFor();
  expect(await company.inputValue()).toBe('company-2.example');
});

it('keeps the next note that is typed while a report is sent, and sends each once', async () => {
  await page.openTab('Explore');
  const explore = page.page.getByRole('tabpanel', { name: 'Explore' });
  await explore.getByRole('combobox', { name: 'Company, technology or vendor' }).fill('company-1.example');
  await explore.getByRole('option', { name: 'company-1.example' }).first().click();
  await explore.getByRole('button', { name: /^Look up/ }).click();
  await explore.getByText('Report wrong data').click();
  const answer = await hold('POST', /\/v1\//);
  const note = explore.getByLabel('What is wrong with Company 1? (optional)');
  const send = explore.getByRole('button', { name: 'Send report · free' });
  await note.fill('The country.');
  await send.click();
  await note.fill('The industry.');
  await send.press('Enter');
  expect(await send.getAttribute('aria-disabled')).toBe('true');
  await answer();
  await explore.getByText('report 1 · queued · The country.').waitFor();
  expect({
    note: await note.inputValue(),
    reports: await explore
      .getByRole('listitem')
      .filter({ hasText: /report \d/ })
      .count(),
  }).toEqual({
    note: 'The industry.',
    reports: 1,
  });
});
