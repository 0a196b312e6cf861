import type { Page } from 'playwright-core';

/** Holds back the next answer about companies. What is returned lets it come. */
export async function holdAnswer(page: Page): Promise<() => void> {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(
    '**/v1/companies/batch',
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  return answer;
}
