import { readFileSync } from 'node:fs';
import { answerExample } from '../../docs/site/answer-example';
import { toFormulaText } from '../../shared/reference';
import { type Cell, FUNCTIONS, isCard, TraceError } from '../../shared/formulas';
import { dayOf } from '../../shared/cells/values';

/** What both hosts show. */
const EXPECTED = JSON.parse(readFileSync('test/golden/examples.json', 'utf8')) as Readonly<Record<string, unknown>>;

/** When the pages' examples are asked. */
const MADE_ON = dayOf(Date.parse('2026-11-02')).day;

const EXAMPLES = FUNCTIONS.flatMap((spec) =>
  spec.examples.map((example) => [toFormulaText(spec, example).formula, spec.id, example] as const),
).filter(([formula]) => formula in EXPECTED);

it.each(EXAMPLES)('the page shows what the hosts show for %s', async (formula, id, example) => {
  expect((await answerExample(id, example)).map((row) => row.map(toContractCell))).toEqual(EXPECTED[formula]);
});

/** `as_of` is the day on which the pages are made. */
function toContractCell(cell: Cell): unknown {
  if (cell instanceof TraceError) return { problem: cell.message };
  if (typeof cell === 'object' && isCard(cell)) return cell.text;
  const isToday = typeof cell === 'object' && cell.day === MADE_ON;
  return isToday ? { day: 'today' } : cell;
}
