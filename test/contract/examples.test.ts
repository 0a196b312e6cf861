import { readFileSync } from 'node:fs';
import { toFormulaText } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { makeSheetsHost } from '../fakes/apps-script/host';
import { makeExcelHost } from '../fakes/excel/host';
import type { ContractCell, ContractHost } from './contract-host';

/** What each example of the catalogue shows; written down once and looked at, never rewritten by a run. */
const EXPECTED = JSON.parse(readFileSync('test/golden/examples.json', 'utf8')) as Readonly<
  Record<string, readonly (readonly ContractCell[])[]>
>;

const EXAMPLES = FUNCTIONS.flatMap((spec) =>
  spec.examples.map((example) => [toFormulaText(spec, example).formula, spec.id, example.args] as const),
);

it('each example has its answer and no answer is left over', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(EXAMPLES.map(([formula]) => formula).sort());
});

describe.each([
  ['Google Sheets', makeSheetsHost],
  ['Excel', makeExcelHost],
])('%s answers the examples of the catalogue', (_name, makeHost: () => Promise<ContractHost>) => {
  let host: ContractHost;
  beforeAll(async () => {
    host = await makeHost();
    await host.reset();
  });
  afterAll(() => host.stop());

  it.each(EXAMPLES)('%s', async (formula, id, args) => {
    expect((await host.call(id, args)).map((row) => row.map(withoutToday))).toEqual(EXPECTED[formula]);
  });
});

/** `as_of` is the day on which the test runs. */
function withoutToday(cell: ContractCell): ContractCell {
  const isToday = typeof cell === 'object' && 'day' in cell && cell.day === new Date().toISOString().slice(0, 10);
  return isToday ? { day: 'today' } : cell;
}
