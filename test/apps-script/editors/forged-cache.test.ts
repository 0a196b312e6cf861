import fc from 'fast-check';
import { callsOnlyTrace } from '../../../shared/cells/formulas';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { FORGERY, forge, LIVE, type Forgery } from '../../fakes/forgeries';
import { columnOf, NAME, planAll, TECHNOLOGIES, useCompanies } from '../bulk/bulk-file';
import { times } from '../../setup/chance';
import { sandbox, useOneSpreadsheet, world } from '../spreadsheet';

/** Answers in the document's cache that Trace never gave: each cell still shows a value or a sentence, and none is a formula. */

const ROWS = 6;
const FORMULAS = [
  '=TRACE_TECH(A2:A7,"name, category, last_observed_at")',
  '=TRACE_HAS_TECH(A2:A7,"Stripe, Shopify")',
  '=TRACE_COMPANY(A2:A7,"name, industry, employee_range, founded_year, hq.country")',
  '=TRACE_PARTNERS(A2:A3,"name, type",)',
  '=TRACE_PARTNERS(A2:A3,,"top=2;layout=columns")',
  '=TRACE_PARTNERED(A2:A3,"stripe.com")',
  '=TRACE_SEARCH("company",,"top=3")',
  '=TRACE_TECH_SEARCH("stripe")',
  '=TRACE_COST(A2:A7)',
  '=TRACE_FIELDS(A2)',
  '=TRACE_GET("/companies/company-1.example")',
];
const SHAPES = [
  '',
  '<!doctype html><title>502</title><h1>Bad Gateway</h1>',
  'null',
  '[]',
  LIVE,
  JSON.stringify(LIVE),
  'x'.repeat(90_000),
  `${'['.repeat(4_000)}${']'.repeat(4_000)}`,
  '~999 abc',
  '~2 abc',
];

let cached: readonly (readonly [bucket: string, value: string])[];

useOneSpreadsheet();
beforeAll(() => {
  useSheet();
  world.calculate();
  const texts = world.state.documentCache.texts();
  cached = texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1]!] as const] : []));
});

function useSheet(): SheetGrid {
  const grid = useCompanies(world, ROWS);
  world.state.documentProperties.write('TRACE_POLICY_0', '1|test|{"mode":"freely"}');
  FORMULAS.forEach((formula, at) => grid.put({ row: 20 * (at + 1), column: 5 }, formula));
  return grid;
}

/** @param change of one remembered text */
function fill(change: (text: string, at: number) => string): void {
  world.state.documentCache.clear();
  let count = 0;
  for (const [bucket, value] of cached) {
    const lines = value.split('\n');
    for (let at = 2; at < lines.length; at += 3) lines[at] = change(lines[at]!, (count += 1)).replace(/\n/g, ' ');
    world.state.documentCache.write(bucket, lines.join('\n').slice(0, 100_000), 21_600);
  }
}

/** What formulas, and a run over the column, make of it. */
async function look(change: (text: string, at: number) => string): Promise<SheetGrid> {
  await sandbox.reset();
  const grid = useSheet();
  fill(change);
  const outcomes = world.calculate();
  const odd = outcomes.flatMap(({ cells, note }) => [
    ...(note === null ? [] : [note]),
    ...cells.flat().filter((cell) => !isShown(cell)),
  ]);
  expect(odd).toEqual([]);
  fill(change);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, ROWS, [NAME, TECHNOLOGIES]);
  const end = await panel.start(plan, { cap: ROWS, quoted: ROWS });
  const formulas = Object.values(grid.formulas()).filter((formula) => !callsOnlyTrace(formula));
  expect({ is: end.is, formulas, odd: columnOf(grid, 2, ROWS).filter((value) => !isShown(value)) }).toEqual({
    is: 'done',
    formulas: [],
    odd: [],
  });
  world.callRpc('bulkForget', ['answers']);
  world.state.clock.advance(130_000);
  return grid;
}

/** A value, or a sentence that is no excuse. */
function isShown(cell: unknown): boolean {
  if (cell instanceof Date) return !Number.isNaN(cell.getTime());
  if (typeof cell === 'string') return !/went wrong in Trace|\[object |undefined/i.test(cell);
  return ['number', 'boolean'].includes(typeof cell);
}

it.each(SHAPES.map((shape) => [shape.slice(0, 30), shape]))('%s in place of every answer', async (_name, shape) => {
  await look(() => shape);
});

it('a text by someone else in place of a name stays a text', async () => {
  const grid = await look((text) =>
    text.replace(/"(name|industry|category)":"[^"]*"/g, `"$1":${JSON.stringify(LIVE)}`),
  );
  expect(columnOf(grid, 2, ROWS)).toEqual(Array.from({ length: ROWS }, () => LIVE));
});

it('whatever is done to what the cache holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(FORGERY, { minLength: 1, maxLength: 5 }), async (forgeries) => {
      const of = (at: number): Forgery => forgeries[at % forgeries.length]!;
      await look((text, at) => forge(text, { ...of(at), place: (of(at).place + at * 0.137) % 1 }));
    }),
    { numRuns: times(20) },
  );
});
