import type { Page } from 'playwright-core';

/**
 * Answers for the service of a list that has 100,000 members.
 *
 * @param tree of its definition @returns the definitions that replace it, as they come
 */
export async function serveLargeList(page: Page, tree: object): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  const json = (body: object) => ({ contentType: 'application/json', body: JSON.stringify(body) });
  await page.route('**/v1/lists/lst_1/**', async (route) => {
    const request = route.request();
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/materialize')) {
      return route.fulfill(json({ counts: { high: 100_000, medium: 0, exploratory: 0 } }));
    }
    if (pathname.endsWith('/members')) {
      const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))];
      const members = Array.from({ length: limit }, (_row, at) => ({
        domain: `m${offset + at}.example`,
        tier: 'high',
      }));
      return route.fulfill(json({ members, total: 100_000 }));
    }
    if (request.method() === 'PUT') sent.push(request.postDataJSON());
    return route.fulfill(json({ registry_version: '2026-10-01', scope: 'org', tree }));
  });
  return sent;
}
