import type { ExcelRuntime } from '../fakes/excel/runtime';
import { SINGLE_CELLS, startExcelSession, type ExcelSession } from '../fakes/excel/session';

let session: ExcelSession;
beforeAll(async () => {
  session = await startExcelSession(SINGLE_CELLS);
});
afterAll(() => session.stop());

/** The two seconds that functions wait for Excel are a fifth of a second here. */
const HURRIED = { limitHurry: 10 };
const LATE_MS = 600;

/** What formulas show as the day since which an answer is free. */
async function days(runtime: ExcelRuntime, ...domains: readonly string[]): Promise<readonly unknown[]> {
  const results = await runtime.send(
    domains.map((domain) => ({ id: 'TRACE_COMPANY', args: [[[domain]], 'as_of', null] })),
  ).results;
  return results.map((result) => (result.ok ? result.table[0]?.[0] : result.message));
}
const number = (basicValue: number): object => expect.objectContaining({ type: 'Double', basicValue }) as object;

/** How Excel counts today, where it counts from 1900. */
const today = (): number => Math.floor(Date.now() / 86_400_000) + 25_569;

it.each([
  ['1900', 0],
  ['1904', 1_462],
])('functions learn by themselves that a workbook counts days from %s', async (_year, dateShift) => {
  const runtime = session.open({ dateShift });
  expect(await days(runtime, 'stripe.com', 'github.com')).toEqual([
    number(today() - dateShift),
    number(today() - dateShift),
  ]);
});

it('if Excel tells too late, days are texts, those of later formulas too', async () => {
  const runtime = session.open({ ...HURRIED, excelAfterMs: LATE_MS });
  const first = await days(runtime, 'stripe.com');
  await new Promise((resolve) => setTimeout(resolve, 2 * LATE_MS));
  const text = new Date().toISOString().slice(0, 10);
  expect([first, await days(runtime, 'github.com')]).toEqual([[text], [text]]);
});

it('if Excel never tells, no cell waits for good', async () => {
  const runtime = session.open({ ...HURRIED, excelAfterMs: null });
  expect(await days(runtime, 'stripe.com')).toEqual([new Date().toISOString().slice(0, 10)]);
});
