import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { KEPT } from '../retry/problem-sheet';
import { charged, useSpreadsheets, world } from '../spreadsheet';

/** Lists of partners that a limit has cut: what is left of them waits, with its price, and comes once that is agreed to. */

useSpreadsheets();

interface Waiting {
  readonly cells: number;
  readonly credits: number;
  readonly isLeast: boolean;
}

const waiting = (): Waiting => (world.callRpc('spending') as { value: { waiting: Waiting } }).value.waiting;

function shown(): readonly string[] {
  return String(world.state.sheets[0]!.value({ row: 2, column: 1 })).split('\n');
}

/** Lets formulas spend so much, and calculates what is entered again. */
function fetchWaiting(credits: number): unknown {
  const answer = world.callRpc('fetchWaiting', [credits]);
  world.calculate();
  return answer;
}

it.each(['=TRACE_PARTNERS("stripe.com",,"sep=\\n")', '=TRACE_PARTNERS("stripe.com","name, type","sep=\\n")'])(
  'one press more fetches the rest of %s, at no more than was said',
  async (formula) => {
    setSpendPolicy(world, { mode: 'onRequest' });
    world.state.sheets[0]!.enter('A2', formula);
    world.calculate();
    const first = waiting();
    fetchWaiting(3);
    const cut = shown();
    const rest = waiting();
    const answer = fetchWaiting(rest.credits);
    const whole = shown();
    const { credits } = rest;
    expect({ first, lines: cut.length, rest, answer, left: waiting() }).toEqual({
      first: expect.objectContaining({ cells: 1, isLeast: true }) as Waiting,
      lines: 3,
      rest: { cells: 1, credits: whole.length, isLeast: false },
      answer: { ok: true, value: { cells: 1, left: 0, kept: KEPT } },
      left: { cells: 0, credits: 0, isLeast: false },
    });
    expect([cut.at(-1), whole.at(-1)].map((line) => / … \+\d+ more$/.test(line!))).toEqual([true, false]);
    expect(await charged()).toBeLessThanOrEqual(3 + credits);
  },
);

it('lists that no limit has cut neither wait nor are entered again', () => {
  const grid = world.state.sheets[0]!;
  grid.enter('A2', '=TRACE_PARTNERS("stripe.com")');
  grid.enter('A3', '=TRACE_PARTNERS("shopify.com")');
  world.calculate();
  setSpendPolicy(world, { mode: 'onRequest' });
  grid.enter('A4', '=TRACE_PARTNERS("company-1.example")');
  world.calculate();
  const { cells } = waiting();
  expect({ cells, fetched: fetchWaiting(2) }).toEqual({
    cells: 1,
    fetched: { ok: true, value: { cells: 1, left: 0, kept: KEPT } },
  });
});

it('a list that was cut by a daily limit waits for a person too', () => {
  setSpendPolicy(world, { mode: 'daily', limit: 3 });
  world.state.sheets[0]!.enter('A2', '=TRACE_PARTNERS("stripe.com",,"sep=\\n")');
  world.calculate();
  const rest = waiting();
  fetchWaiting(rest.credits);
  expect({ cells: rest.cells, isLeast: rest.isLeast, shown: shown().length }).toEqual({
    cells: 1,
    isLeast: false,
    shown: rest.credits,
  });
});
