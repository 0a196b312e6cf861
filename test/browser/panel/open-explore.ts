import { BulkPage } from '../enrich/bulk-page';
import { ExploreKeys } from './explore-keys';
import type { serveWorkbook } from '../served-workbook';

/** A page with two columns of companies, at the tab Explore. */
export interface ExplorePage {
  readonly page: BulkPage;
  readonly keys: ExploreKeys;
}

export async function openExplore(served: ReturnType<typeof serveWorkbook>): Promise<ExplorePage> {
  await served.control('reset', {});
  const page = await BulkPage.open(
    served.browser,
    served.origin,
    [
      ['Website', 'Partner'],
      ['stripe.com', 'shopify.com'],
      ['no-partners.example', 'slack.com'],
      ['shopify.com', ''],
    ],
    { acts: true },
  );
  const keys = new ExploreKeys(page.page, page.page);
  await keys.openTab();
  return { page, keys };
}

/** Selects one cell of the sheet. */
export function selectCell(page: BulkPage, row: number, column: number): Promise<unknown> {
  return page.do(
    `host.select({ sheet: 'sheet-1', sheetName: 'Leads', row: ${row}, rows: 1, column: ${column}, columns: 1 })`,
  );
}
