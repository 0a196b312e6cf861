import { companiesUsing } from '../../../../shared/panel/explore/formulas';
import { toFormulaText, type Formula } from '../../../../shared/panel/common/insert/insertion';
import { readReceipt } from '../../../../shared/panel/explore/receipt';
import { answerWithin } from '../../../../shared/panel/explore/within-credits';
import { SandboxPorts } from '../../../fakes/sandbox-ports';

const DAY_MS = 86_400_000;
const cellWith = (formula: string) => ({
  sheet: 'sheet-1',
  sheetName: 'Leads',
  row: 4,
  column: 4,
  value: 'x',
  formula,
});

it('an answer says when it was given, until when it is free, where it is from and what it cost', async () => {
  const world = new SandboxPorts();
  const formula: Formula = { id: 'TRACE_TECH', args: ['stripe.com', 'name'] };
  await answerWithin(world.ports, 1, formula);
  const sent = world.paths.length;
  const { nowMs } = world.memory;
  expect(await readReceipt(world.ports, cellWith(toFormulaText(formula)))).toEqual({
    answers: 1,
    missing: 0,
    oldestMs: nowMs,
    newestMs: nowMs,
    freeUntilMs: nowMs + 30 * DAY_MS,
    sources: ['company lookup'],
    credits: 1,
  });
  expect(world.paths.length).toBe(sent);
});

it('a formula over a column says so of each row, and what is not saved', async () => {
  const world = new SandboxPorts(undefined, [['stripe.com'], ['shopify.com'], ['company-9.example'], ['']]);
  await answerWithin(world.ports, 1, { id: 'TRACE_TECH', args: ['stripe.com', 'name'] });
  world.memory.nowMs += DAY_MS;
  await answerWithin(world.ports, 1, { id: 'TRACE_TECH', args: ['shopify.com', 'name'] });
  const receipt = await readReceipt(world.ports, cellWith('=TRACE_COMPANY(A1:A4,"industry")'));
  expect(receipt).toMatchObject({ answers: 2, missing: 1, credits: 2, freeUntilMs: world.memory.nowMs + 29 * DAY_MS });
});

it('a list costs what its rows do', async () => {
  const world = new SandboxPorts();
  const formula = companiesUsing('technology', 'shopify', { country: '', industry: '' }, 10);
  await answerWithin(world.ports, 10, formula);
  const receipt = await readReceipt(world.ports, cellWith(toFormulaText(formula)));
  expect(receipt).toMatchObject({ sources: ['companies of a technology'], credits: 10 });
});

it.each([
  '',
  '=SUM(A1:A3)',
  '=TRACE_TECH(A1)&"x"',
  '=TRACE_TECH("unknown-to-the-store.example")',
  '=TRACE_TECH(Other!A1)',
])('behind %j is no saved answer', async (formula) => {
  const world = new SandboxPorts();
  expect({ receipt: await readReceipt(world.ports, cellWith(formula)), sent: world.paths }).toEqual({
    receipt: null,
    sent: [],
  });
});
