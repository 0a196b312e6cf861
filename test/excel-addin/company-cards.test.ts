import type { Invocation } from '../fakes/excel/runtime';
import { startExcelSession, type ExcelSession } from '../fakes/excel/session';

let excel: ExcelSession;
beforeAll(async () => {
  excel = await startExcelSession();
});
beforeEach(() => excel.sandbox.reset());
afterAll(() => excel.stop());

const company = (
  inputs: unknown,
  fields: string | null = null,
  options: string | null = 'layout=card',
): Invocation => ({
  id: 'TRACE_COMPANY',
  args: [inputs, fields, options],
});
const requests = async (): Promise<number> => (await excel.sandbox.log()).length;

async function tableOf(invocation: Invocation, runtime = excel.open()): Promise<readonly (readonly unknown[])[]> {
  const [result] = await runtime.send([invocation]).results;
  return result!.ok ? result!.table : [[result!.message]];
}

it('Microsoft’s runtime passes a card on unchanged, with its card’s own facts', async () => {
  const [[card]] = (await tableOf(company([['stripe.com']]))) as [
    [Readonly<Record<string, Readonly<Record<string, unknown>>>>],
  ];
  expect(card).toMatchObject({
    type: 'String',
    basicType: 'String',
    basicValue: 'Stripe',
    provider: { description: 'Trace', logoTargetAddress: 'https://app.tracedata.ai' },
  });
  expect(card['properties']).toMatchObject({
    Domain: { type: 'String', basicType: 'String', basicValue: 'stripe.com' },
    Employees: { type: 'Double', numberFormat: '#,##0' },
    Technologies: { type: 'Array' },
    FreeUntil: { type: 'Double', numberFormat: 'yyyy-mm-dd' },
  });
  expect(String(card['provider']!['logoSourceAddress'])).toMatch(/^https?:\/\/[^/]+\/assets\/icon-32\.png$/);
});

it('a card as the input of another formula is the company on it, and costs nothing more', async () => {
  const runtime = excel.open();
  const [[card]] = (await tableOf(company([['stripe.com']]), runtime)) as [[unknown]];
  const before = await requests();
  expect(await tableOf(company([[card]], 'primary_domain', null), runtime)).toEqual([['stripe.com']]);
  expect([before, await requests()]).toEqual([1, 1]);
});

it('the first column of a table of companies has cards, and its titles and notes are texts', async () => {
  const table = await tableOf({
    id: 'TRACE_SEARCH',
    args: ['shop', 'name, primary_domain', 'top=2;layout=card'],
  });
  expect(table.map(([first, second]) => [typeof first, typeof second])).toEqual([
    ['string', 'string'],
    ['object', 'string'],
    ['object', 'string'],
  ]);
});

it('counts have separators, and years do not', async () => {
  const table = await tableOf(company([['stripe.com']], 'employee_count, founded_year', null));
  expect(table[0]![0]).toMatchObject({ type: 'Double', numberFormat: '#,##0' });
  expect(typeof table[0]![1]).toBe('number');
});
