import { BulkWorld } from '../../fakes/excel/bulk-world';
import { calls, cell, open } from '../../fakes/excel/freezing';
import { priceRetry } from '../../../excel-addin/problems/price-retry';

afterEach(() => BulkWorld.close());

const LEADS = [
  [cell('Domain'), cell('Country')],
  [cell('stripe.com'), calls('=TRACE_COMPANY(A2,"country")', '#N/A')],
  [cell('figma.com'), calls('=IFERROR(TRACE_COMPANY(A3,"country"),"")', '#BUSY!')],
  [cell('asana.com'), calls('=TRACE_COMPANY(A4,"country")', 'US')],
];

it('what shows a problem costs a credit for each of its companies', async () => {
  const { world } = open(...LEADS);
  world.storage.setItem('trace.apiKey', 'trace_demo');
  expect(await priceRetry()).toBe(2);
});

it.each([
  ['how many partners there are', '=TRACE_PARTNERS(A1)'],
  ['whether a condition skips them', '=TRACE_COMPANY(A1)&IF(C1="x",TRACE_PARTNERS(A1),"")'],
  ['how many companies a name stands for', '=COUNTA(TRACE_COMPANY(Companies,"name"))'],
])('%s is unknown, so today’s limit is what they may cost', async (_what, formula) => {
  open([cell('stripe.com'), calls(formula, '#N/A')]);
  expect(await priceRetry()).toBe(500);
});

it('nothing is spent without a key', async () => {
  open(...LEADS).world.storage.removeItem('trace.apiKey');
  expect(await priceRetry()).toBe(0);
});
