import { excelAddinFiles } from '../fakes/excel/functions-bundle';
import { readErrorCell, type InvocationResult } from '../fakes/excel/results';
import type { Invocation } from '../fakes/excel/runtime';
import { startExcelSession, type ExcelSession } from '../fakes/excel/session';

const NOT_LOADED =
  'This function could not be loaded. Check your connection, then recalculate the cell. If that fails, reopen the workbook.';

let excel: ExcelSession;
let late: { readonly name: string; readonly text: string };
beforeAll(async () => {
  [excel, { late }] = await Promise.all([startExcelSession(), excelAddinFiles()]);
});
beforeEach(() => excel.sandbox.reset());
afterAll(() => excel.stop());

const requests = async (): Promise<number> => (await excel.sandbox.log()).length;
const costOf = (number: number): Invocation => ({ id: 'TRACE_COST', args: [[[`company-${number}.example`]], null] });
const techOf = (number: number): Invocation => ({ id: 'TRACE_TECH', args: [[[`company-${number}.example`]], null] });
const cellOf = (result: InvocationResult): unknown => (result.ok ? result.table[0]?.[0] : result.message);
const sentenceOf = (result: InvocationResult): unknown =>
  result.ok ? readErrorCell(result.table[0]?.[0])?.sentence : null;

describe('the script of the rare functions', () => {
  it('is not loaded for the common ones', async () => {
    const runtime = excel.open();
    const input = [['stripe.com']];
    await runtime.send([
      { id: 'TRACE_TECH', args: [input, null, null] },
      { id: 'TRACE_COMPANY', args: [input, [['name']], null] },
      { id: 'TRACE_PARTNERS', args: [input, null, null] },
    ]).results;
    expect(runtime.scripts).toEqual([]);
  });

  it('is loaded once for all formulas that call one, which wait for it', async () => {
    const runtime = excel.open();
    const numbers = Array.from({ length: 300 }, (_cell, index) => index + 1);
    const first = runtime.send(numbers.map(costOf)).results;
    const second = runtime.send([{ id: 'TRACE_FIELDS', args: [null] }]).results;
    const [costs, fields] = await Promise.all([first, second]);
    expect({ costs: new Set(costs.map(cellOf)), fields: fields.map(cellOf), scripts: runtime.scripts }).toEqual({
      costs: new Set(['credits at most']),
      fields: ['function'],
      scripts: [late.name],
    });
  });

  it('is not loaded for a formula whose arguments are wrong, nor for a blank cell', async () => {
    const runtime = excel.open();
    const wrong = await runtime.call('TRACE_SEARCH', [['stripe']], [['naem']], null);
    await runtime.call('TRACE_PARTNER_GRAPH', [['']], null);
    expect({ sentence: sentenceOf(wrong), scripts: runtime.scripts }).toEqual({
      sentence: 'There is no field "naem". Did you mean name? =TRACE_FIELDS() lists all fields.',
      scripts: [],
    });
  });

  it('that does not come is said in the cell, and asked for again by the next formula', async () => {
    let isOffline = true;
    const loadScript = async (): Promise<string> => {
      if (isOffline) throw new Error('offline');
      return late.text;
    };
    const runtime = excel.open({ loadScript });
    const missed = await runtime.send([costOf(1), costOf(2)]).results;
    const common = await runtime.call('TRACE_COMPANY', [['stripe.com']], [['name']], null);
    isOffline = false;
    const found = await runtime.send([costOf(1)]).results;
    expect({
      missed: missed.map(sentenceOf),
      common: cellOf(common),
      found: found.map(cellOf),
      scripts: runtime.scripts.length,
    }).toEqual({ missed: [NOT_LOADED, NOT_LOADED], common: 'Stripe', found: ['credits at most'], scripts: 2 });
  });

  it.each([
    ['that is no script of ours', async (): Promise<string> => ''],
    ['that never comes', (): Promise<string> => new Promise(() => undefined)],
  ])('%s leaves no cell waiting', async (_, loadScript) => {
    const [result] = await excel.open({ loadScript, limitHurry: 300 }).send([costOf(1)]).results;
    expect(sentenceOf(result!)).toBe(NOT_LOADED);
  });

  it('that does not come is replaced by if_problem=', async () => {
    const loadScript = (): Promise<string> => Promise.reject(new Error('offline'));
    const result = await excel.open({ loadScript }).call('TRACE_SEARCH', [['stripe']], null, [['if_problem=later']]);
    expect(cellOf(result)).toBe('later');
  });

  it('leaves the look-ups of a recalculation in batches of 100', async () => {
    const cells = Array.from({ length: 1_000 }, (_cell, index) => [techOf(index + 1), costOf(index + 1)]).flat();
    await excel.open().send(cells).results;
    expect(await requests()).toBe(10);
  });

  it('leaves the look-ups of its own functions in batches of 100', async () => {
    const shared = Array.from({ length: 100 }, (_cell, index) => ({
      id: 'TRACE_FIELDS',
      args: [[[`company-${index + 1}.example`]]],
    }));
    await excel.open().send(shared).results;
    expect((await excel.sandbox.log()).filter(({ operation }) => operation === 'companies.batch').length).toBe(1);
  });
});
