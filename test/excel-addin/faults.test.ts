import { FAULTS } from '../../sandbox/index';
import { readErrorCell, type InvocationResult } from '../fakes/excel/results';
import { SINGLE_CELLS, startExcelSession, type ExcelSession } from '../fakes/excel/session';
import type { Invocation } from '../fakes/excel/runtime';

const CELLS = [
  'stripe.com',
  'shopify.com',
  'hubspot.com',
  'unknown.example',
  'no-technologies.example',
  'no domain',
  null,
];
/** Here answers lack fields, and a list that an answer lacks is unknown: the cell is blank. */
const LACKS_FIELDS = 'different-shapes';
/** A sentence that ends with a full stop, unlike `#N/A`. */
const SENTENCE = /^.{15,}\.$/s;

let excel: ExcelSession;
let healthy: readonly InvocationResult[];

beforeAll(async () => {
  excel = await startExcelSession(SINGLE_CELLS);
  healthy = await excel.open().send(formulas()).results;
});
beforeEach(() => excel.sandbox.reset());
afterAll(() => excel.stop());

function formulas(): Invocation[] {
  return CELLS.map((cell) => ({ id: 'TRACE_TECH', args: [[[cell]], null, null] }));
}

const cellOf = (result: InvocationResult | undefined): unknown =>
  result?.ok === true ? result.table[0]?.[0] : undefined;

describe.each(Object.keys(FAULTS))('while the service has the fault "%s"', (fault) => {
  it('every cell shows its own answer or a sentence, or is blank where the answer lacks it', async () => {
    await excel.sandbox.faults({ fault, times: null });
    const results = await excel.open().send(formulas()).results;
    const wrong = results.filter((result, index) => {
      const cell = cellOf(result);
      if (cell === '' && fault === LACKS_FIELDS) return false;
      return cell !== cellOf(healthy[index]) && !SENTENCE.test(readErrorCell(cell)?.sentence ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('a range shows one row for each input, to the last one that is not blank', async () => {
    await excel.sandbox.faults({ fault, times: null });
    const column = CELLS.map((cell) => [cell]);
    const result = await excel.open().call('TRACE_TECH', column, null, null);
    expect(result.ok && result.table.length).toBe(6);
  });
});

describe('a fault that passes', () => {
  const passing = [
    'rate-limited',
    'server-error',
    'bad-gateway',
    'dropped-connection',
    'slow',
    'malformed-json',
    'cut-off-body',
    'empty-body',
  ];

  it.each(passing)('"%s" shows nowhere', async (fault) => {
    await excel.sandbox.faults({ fault, times: 2 });
    expect(await excel.open().send(formulas()).results).toEqual(healthy);
  });
});

describe('a fault that spoils no answer', () => {
  it.each(['results-shuffled', 'results-doubled', 'assumed-routes-missing'])('"%s" shows nowhere', async (fault) => {
    await excel.sandbox.faults({ fault, times: null });
    expect(await excel.open().send(formulas()).results).toEqual(healthy);
  });

  it('"results-dropped" leaves the rows that came as they are', async () => {
    await excel.sandbox.faults({ fault: 'results-dropped', times: null });
    const results = await excel.open().send(formulas()).results;
    const same = results.map((result, index) => cellOf(result) === cellOf(healthy[index]));
    // Every other one of the five companies is left out; the malformed cell's error is its own object.
    expect(same).toEqual([true, false, true, false, true, false, true]);
  });
});

describe('a service that refuses', () => {
  it.each([
    ['key-revoked', '#N/A', 'Trace refused the API key'],
    ['credits-out', '#N/A', 'Not enough Trace credits'],
    ['key-without-organization', '#N/A', 'The API key has no organization.'],
    ['rate-limited', '#N/A', 'Trace gets too many requests from this key.'],
  ])('by "%s" shows %s: %s', async (fault, error, sentence) => {
    await excel.sandbox.faults({ fault, times: null });
    const shown = readErrorCell(cellOf(await excel.open().call('TRACE_TECH', [['stripe.com']], null, null)));
    expect(shown).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  it('the key is asked 4 times at most by 600 cells', async () => {
    await excel.sandbox.faults({ fault: 'key-revoked', times: null });
    const cells = Array.from({ length: 600 }, (_cell, index) => [[`company-${index + 1}.example`]]);
    await excel.open().send(cells.map((input) => ({ id: 'TRACE_TECH', args: [input, null, null] }))).results;
    expect((await excel.sandbox.log()).length).toBeLessThanOrEqual(4);
  });
});

describe('a service that does not answer', () => {
  it('is waited for 30 seconds and asked 3 times more, then the cell says so', async () => {
    await excel.sandbox.faults({ fault: 'slow', times: null, delayMs: 5_000 });
    const runtime = excel.open({ hurry: 100, limitHurry: 100 });
    const shown = readErrorCell(cellOf(await runtime.call('TRACE_TECH', [['stripe.com']], null, null)));
    expect({ sentence: shown?.sentence, requests: runtime.sent.length }).toEqual({
      sentence: 'Trace took too long. Wait a minute, then choose Retry problems on a computer.',
      requests: 4,
    });
  });

  it('because it is not there is told too', async () => {
    const runtime = excel.open({ origin: 'http://127.0.0.1:9', hurry: 100 });
    const shown = readErrorCell(cellOf(await runtime.call('TRACE_TECH', [['stripe.com']], null, null)));
    expect(shown?.sentence).toBe(
      'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
    );
  });
});
