import { answerInPage } from '../../../site/demo/answer-in-page';

const ORIGIN = 'https://someone.github.io';
const COMPANY = `${ORIGIN}/v1/companies/stripe.com`;

function makePage() {
  const sent: string[] = [];
  const page = {
    fetch: async (asked: unknown) => {
      sent.push(String(asked));
      return new Response('sent');
    },
  };
  answerInPage(page as unknown as Parameters<typeof answerInPage>[0], ORIGIN);
  return { page, sent };
}

test('a request for the API is answered in the page and never sent', async () => {
  const { page, sent } = makePage();
  const answer = await page.fetch(new Request(COMPANY, { headers: { 'X-API-Key': 'trace_demo' } }));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('"stripe.com"');
  expect(sent).toEqual([]);
});

test.each(['functions.json', `${ORIGIN}/trace/practice.json`, 'https://elsewhere.example/v1/companies/stripe.com'])(
  '%s is sent as before',
  async (address) => {
    const { page, sent } = makePage();
    const asked = address.startsWith('https') ? address : `${ORIGIN}/${address}`;
    expect(await (await page.fetch(asked)).text()).toBe('sent');
    expect(sent).toEqual([asked]);
  },
);

test('a request that was given up has no answer', async () => {
  const { page } = makePage();
  await expect(page.fetch(new Request(COMPANY, { signal: AbortSignal.abort() }))).rejects.toThrow('aborted');
});
