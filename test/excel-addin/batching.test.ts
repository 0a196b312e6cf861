import { startExcelSession, type ExcelSession } from '../fakes/excel/session';
import type { InvocationResult } from '../fakes/excel/results';
import type { Invocation } from '../fakes/excel/runtime';

let excel: ExcelSession;
beforeAll(async () => {
  excel = await startExcelSession();
});
beforeEach(() => excel.sandbox.reset());
afterAll(() => excel.stop());

const domain = (number: number): string => `company-${number}.example`;
const techOf = (cell: string): Invocation => ({ id: 'TRACE_TECH', args: [[[cell]], null, null] });
const cells = (count: number, first = 1): Invocation[] =>
  Array.from({ length: count }, (_cell, index) => techOf(domain(first + index)));
const requests = async (): Promise<number> => (await excel.sandbox.log()).length;
/** How many formulas show a text: no error, no blank. */
const answered = (results: readonly InvocationResult[]): number =>
  results.filter((result) => result.ok && typeof result.table[0]?.[0] === 'string' && result.table[0][0] !== '').length;

/** Resolves once the sandbox has got that many requests. */
async function underWay(count: number): Promise<void> {
  while ((await requests()) < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a recalculation', () => {
  it('of 250 cells in one message is 3 requests', async () => {
    const results = await excel.open().send(cells(250)).results;
    expect({ answered: answered(results), requests: await requests() }).toEqual({ answered: 250, requests: 3 });
  });

  it('of 500 cells over 100 companies, in several spellings, is 1 request', async () => {
    const spelled = cells(100).flatMap(({ args }) => {
      const [[[name]]] = args as [[[string]]];
      return [name, name.toUpperCase(), `https://www.${name}/pricing`, `ann@${name}`, ` ${name} `].map(techOf);
    });
    const results = await excel.open().send(spelled).results;
    expect({ answered: answered(results), requests: await requests() }).toEqual({ answered: 500, requests: 1 });
  });

  it('of 900 cells in messages of 150 is 9 requests', async () => {
    const runtime = excel.open();
    const sent = [];
    for (let first = 1; first < 900; first += 150) {
      sent.push(runtime.send(cells(150, first)).results);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const results = (await Promise.all(sent)).flat();
    expect({ answered: answered(results), requests: await requests() }).toEqual({ answered: 900, requests: 9 });
  });

  it('that comes in two messages is still gathered', async () => {
    const runtime = excel.open();
    const first = runtime.send(cells(50)).results;
    await new Promise((resolve) => setImmediate(resolve));
    const second = runtime.send(cells(50, 51)).results;
    expect({ first: answered(await first), second: answered(await second), requests: await requests() }).toEqual({
      first: 50,
      second: 50,
      requests: 1,
    });
  });

  it('of one formula over 300 rows is 3 requests and 300 rows', async () => {
    const column = Array.from({ length: 300 }, (_row, index) => [domain(index + 1)]);
    const result = await excel.open().call('TRACE_TECH', column, null, null);
    expect({ rows: result.ok && result.table.length, requests: await requests() }).toEqual({
      rows: 300,
      requests: 3,
    });
  });

  it('of several functions over the same companies is 1 request for each kind of lookup', async () => {
    const invocations = Array.from({ length: 100 }, (_cell, index) => [[domain(index + 1)]]).flatMap((input) => [
      { id: 'TRACE_TECH', args: [input, null, null] },
      { id: 'TRACE_HAS_TECH', args: [input, [['React']], null] },
      { id: 'TRACE_COMPANY', args: [input, [['name']], null] },
      { id: 'TRACE_PARTNERS', args: [input, null, null] },
    ]);
    await excel.open().send(invocations).results;
    expect((await excel.sandbox.log()).map(({ operation }) => operation).sort()).toEqual([
      'companies.batch',
      'enrichment.partnerships',
      // For companies that do not show React, whether there is such a name: free.
      'technologies.search',
    ]);
  });

  it('is counted the same on a machine so slow that the runtime would interrupt a message', async () => {
    const runtime = excel.open();
    const { storage } = runtime;
    jest.spyOn(storage, 'check').mockImplementation(() => {
      // Some thousand times: the runtime interrupts a message after a second.
      const endMs = performance.now() + 1.2;
      while (performance.now() < endMs);
    });
    const results = await runtime.send(cells(100)).results;
    expect({ answered: answered(results), requests: await requests() }).toEqual({ answered: 100, requests: 1 });
  });

  it('of what is known is no request, and shows the same', async () => {
    const runtime = excel.open();
    const first = await runtime.send(cells(150)).results;
    const before = await requests();
    const again = await runtime.send(cells(150)).results;
    expect({ again, requests: (await requests()) - before }).toEqual({ again: first, requests: 0 });
  });

  it('of what is on its way is no request', async () => {
    await excel.sandbox.faults({ fault: 'slow', times: null, delayMs: 300 });
    const runtime = excel.open();
    const first = runtime.send(cells(100)).results;
    await underWay(1);
    const second = await runtime.send(cells(100)).results;
    expect({ first: answered(await first), second: answered(second), requests: await requests() }).toEqual({
      first: 100,
      second: 100,
      requests: 1,
    });
  });

  it('of blank and malformed cells is no request', async () => {
    const runtime = excel.open();
    const notText = [0, null, '', '   ', 42, true, '#N/A', 'Loading...', 'no domain', 'ann@gmail.com'];
    await runtime.send(notText.map((cell) => ({ id: 'TRACE_TECH', args: [[[cell]], null, null] }))).results;
    expect(await requests()).toBe(0);
  });
});

describe('a cancelled cell', () => {
  it('leaves the queue', async () => {
    const runtime = excel.open();
    const { numbers, results } = runtime.send(cells(300));
    runtime.cancel(numbers.slice(0, 200));
    await results;
    expect(await requests()).toBe(1);
  });

  it('settles, and so do the others, with their answers', async () => {
    const runtime = excel.open();
    const { numbers, results } = runtime.send(cells(300));
    runtime.cancel(numbers.slice(0, 200));
    const settled = await results;
    expect({
      cancelled: answered(settled.slice(0, 200)),
      others: answered(settled.slice(200)),
      unsettled: runtime.unsettled,
    }).toEqual({ cancelled: 0, others: 100, unsettled: 0 });
  });

  it('is answered when it asks again', async () => {
    const runtime = excel.open();
    const { numbers } = runtime.send(cells(1));
    runtime.cancel(numbers);
    expect(answered(await runtime.send(cells(1)).results)).toBe(1);
  });

  it('costs its neighbour in the same request nothing once that is on its way', async () => {
    await excel.sandbox.faults({ fault: 'slow', times: null, delayMs: 200 });
    const runtime = excel.open();
    const { numbers, results } = runtime.send(cells(100));
    await underWay(1);
    runtime.cancel(numbers.slice(0, 50));
    expect({ answered: answered(await results), requests: await requests() }).toEqual({ answered: 100, requests: 1 });
  });
});

describe('a preview', () => {
  const preview = (cell: string): Invocation => ({ ...techOf(cell), isPreview: true });

  it('asks for nothing and says that it is one', async () => {
    const [result] = await excel.open().send([preview('stripe.com')]).results;
    expect({ result, requests: await requests() }).toEqual({
      result: { ok: true, table: [['(preview)']] },
      requests: 0,
    });
  });

  it('shows what is known', async () => {
    const runtime = excel.open();
    const known = await runtime.send([techOf('stripe.com')]).results;
    expect(await runtime.send([preview('stripe.com')]).results).toEqual(known);
  });

  it('does not keep the cell next to it from being answered', async () => {
    const results = await excel.open().send([preview('stripe.com'), techOf('stripe.com')]).results;
    expect(results.map((result) => result.ok && result.table[0]?.[0] === '(preview)')).toEqual([true, false]);
  });
});

/** As a desktop hands over `A:A`: two companies, and more blank rows than a formula may have inputs. */
const WHOLE_COLUMN = Array.from({ length: 60_000 }, (_row, at) => [at === 0 || at === 2 ? domain(at + 1) : null]);

it.each([
  ['TRACE_TECH', [WHOLE_COLUMN, null, null]],
  ['TRACE_HAS_TECH', [WHOLE_COLUMN, [['React']], null]],
  ['TRACE_COMPANY', [WHOLE_COLUMN, [['name']], null]],
  ['TRACE_PARTNERS', [WHOLE_COLUMN, null, null]],
  ['TRACE_PARTNERED', [WHOLE_COLUMN, WHOLE_COLUMN, null, null]],
] as const)('%s over a whole column ends with the last row that is filled', async (id, args) => {
  const result = await excel.open().call(id, ...args);
  expect(result.ok && [result.table.length, result.table[1]!.every((cell) => cell === '')]).toEqual([3, true]);
});

it('TRACE_COST over a whole column counts to the last row that is filled', async () => {
  const result = await excel.open().call('TRACE_COST', WHOLE_COLUMN, null);
  expect(result.ok && result.table).toContainEqual(['rows', 3]);
});

it('a result that Excel drops is there when the cell is calculated again, and is asked for once', async () => {
  const runtime = excel.open();
  runtime.drops = true;
  runtime.send([techOf(domain(1))]);
  while (runtime.dropped === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  runtime.drops = false;
  // After F9, an edit or _Retry problems_, Excel calls the function again.
  const again = await runtime.send([techOf(domain(1))]).results;
  // Excel alone knows of the first call: its cell is the one that was calculated again.
  expect({ answered: answered(again), requests: await requests(), unsettled: runtime.unsettled }).toEqual({
    answered: 1,
    requests: 1,
    unsettled: 1,
  });
});
