import { KEPT } from './retry/problem-sheet';
import { fillDown, names, shownIn } from './formulas/sheet-of-formulas';
import { charged, requests, useSpreadsheets, world } from './spreadsheet';

/** What the menu says about cells that wait, and about what costs. */

const DAY_MS = 86_400_000;
const ON_REQUEST = { mode: 'onRequest' };
const PARTNERS = 'Each partner costs 1 credit, and their number is only known after paying.';

useSpreadsheets();

function waitFor(formula: string): ReturnType<typeof fillDown> {
  world.callRpc('setPolicy', [ON_REQUEST]);
  const grid = fillDown(world, 3, formula);
  world.calculate();
  return grid;
}

it('Fetch waiting says the price, and fetches where the person agrees', async () => {
  const grid = waitFor('=IFERROR(TRACE_COMPANY(A#),"")');
  const before = await requests();
  expect(world.command('fetchWaiting')).toEqual([
    '3 cells are waiting: up to 3 credits.\nFetch now?',
    `3 formulas recalculated. Answers appear as they come. ${KEPT}`,
  ]);
  world.calculate();
  expect({
    requestsBefore: before,
    shown: shownIn(grid, 2, 3),
    charged: await charged(),
    said: world.command('fetchWaiting'),
  }).toEqual({ requestsBefore: 0, shown: names(3), charged: 3, said: ['No cells are waiting.'] });
});

it('Fetch waiting does nothing where the person does not agree', async () => {
  const grid = waitFor('=TRACE_COMPANY(A#)');
  world.state.presses = 'NO';
  const before = grid.formulas();
  expect(world.command('fetchWaiting')).toEqual(['3 cells are waiting: up to 3 credits.\nFetch now?']);
  world.calculate();
  expect({ formulas: grid.formulas(), charged: await charged() }).toEqual({ formulas: before, charged: 0 });
});

it('Fetch waiting sends users to the panel if the price is unknown', () => {
  waitFor('=TRACE_PARTNERS(A#)');
  expect(world.command('fetchWaiting')).toEqual([
    `3 cells are waiting. ${PARTNERS} To set a limit, choose Extensions > Trace > Open Trace, then Activity.`,
  ]);
});

it('Retry problems says how many there are, and that there are none', () => {
  const grid = fillDown(world, 2, '=TRACE_COMPANY(A#)');
  for (const row of [2, 3]) grid.answer({ row, column: 2 }, [['#TRACE: No API key.']]);
  expect(world.command('retryProblems')).toEqual([`2 formulas recalculated. Answers appear as they come. ${KEPT}`]);
  world.calculate();
  expect({ shown: shownIn(grid, 2, 2), said: world.command('retryProblems') }).toEqual({
    shown: names(2),
    said: ['No Trace cell shows a problem.'],
  });
});

it('Use in this spreadsheet promises no formulas: it says what they need, and names the first ones', async () => {
  expect(world.command('useHere')[0]?.split('\n').slice(0, 5)).toEqual([
    'The Trace menu and panel work in this spreadsheet now, for everyone who opens it.',
    'For formulas, reload the page and type =TRACE_FIELDS() in a cell. It is free.',
    'Then try =TRACE_TECH("stripe.com"). It costs up to 1 credit.',
    'If a cell shows #NAME?, choose Extensions > Add-ons > Manage add-ons, then Use in this document beside Trace, and reload.',
    'In a test deployment, formulas always show #NAME?.',
  ]);
  expect(world.typeFormula('TRACE_FIELDS').cells.length).toBeGreaterThan(50);
  expect(await charged()).toBe(0);
});

it('the formulas in Help work, and the price it names is right', async () => {
  const [help = ''] = world.command('openHelp');
  const grid = fillDown(world, 499);
  const formulas = ['=TRACE_TECH(A2)', '=TRACE_COST(A2:A500)', '=TRACE_FIELDS()'];
  formulas.forEach((formula, index) => grid.put({ row: 2, column: 3 + index * 3 }, formula));
  world.calculate();
  const shown = formulas.map((_formula, index) => String(grid.value({ row: 2, column: 3 + index * 3 })));
  expect(formulas.filter((formula) => !help.includes(formula.slice(1)))).toEqual([]);
  expect({ problems: shown.filter((text) => text.startsWith('#')), charged: await charged() }).toEqual({
    problems: [],
    charged: 1,
  });
});

describe('Restore formulas', () => {
  const freeze = (formula: string, shown: string): ReturnType<typeof fillDown> => {
    const grid = fillDown(world, 3, formula);
    for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [[shown]]);
    world.command('freezeSheet');
    return grid;
  };
  const BACK = '3 formulas restored.';
  /** Counts how often a name is asked for, which takes so long. */
  const countNames = (takesMs = 0): (() => number) => {
    let asked = 0;
    world.state.meanwhile = (calls) => {
      if (calls.at(-1) !== 'Spreadsheet.getRangeByName') return;
      asked += 1;
      world.state.clock.advance(takesMs);
    };
    return () => asked;
  };

  it('asks nothing where the companies are paid for, and costs nothing', async () => {
    const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
    world.calculate();
    world.command('freezeSheet');
    expect(world.command('restoreFrozen')).toEqual([BACK]);
    world.calculate();
    expect({ shown: shownIn(grid, 2, 3), charged: await charged() }).toEqual({ shown: names(3), charged: 3 });
  });

  it('says beforehand what new answers cost at most once 30 days are over', () => {
    const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
    world.calculate();
    world.command('freezeSheet');
    world.state.clock.advance(31 * DAY_MS);
    world.state.presses = 'NO';
    expect({ said: world.command('restoreFrozen'), formulas: grid.formulas() }).toEqual({
      said: ['Restoring 3 formulas may fetch up to 3 credits.\nRestore now?'],
      formulas: {},
    });
    world.state.presses = 'YES';
    expect(world.command('restoreFrozen')[1]).toBe(BACK);
  });

  it('asks about a call that a condition may skip, though the other company is paid for', () => {
    const grid = fillDown(world, 1, '=TRACE_COMPANY(A#)&IF(C#="x",TRACE_PARTNERS(A#),"")');
    world.calculate();
    world.command('freezeSheet');
    world.state.presses = 'NO';
    expect({ said: world.command('restoreFrozen'), formulas: grid.formulas() }).toEqual({
      said: [`Restoring 1 formula may fetch new answers. ${PARTNERS}\nRestore now?`],
      formulas: {},
    });
  });

  it('names no maximum price for formulas that cannot be read', () => {
    freeze('=TRACE_COMPANY(FILTER(A$2:A$4,A$2:A$4<>""))', 'Company 1');
    expect(world.command('restoreFrozen')[0]).toBe(
      'Restoring 3 formulas may fetch new answers. Some prices are only known after paying.\nRestore now?',
    );
  });

  it('reads a name once, however many formulas have it', () => {
    world.state.namedRanges.set('FIELD', 'Sheet1!$A$2');
    freeze('=TRACE_COMPANY(A#,Field)', 'US');
    const asked = countNames();
    world.state.presses = 'NO';
    expect({ messages: world.command('restoreFrozen').length, asked: asked() }).toEqual({ messages: 1, asked: 1 });
  });

  it('does not read names for long while it holds the lock: what is late is unknown', () => {
    for (const row of [2, 3, 4]) world.state.namedRanges.set(`FIELD_${row}`, `Sheet1!$A$${row}`);
    freeze('=TRACE_COMPANY(A#,Field_#)', 'US');
    const asked = countNames(6_000);
    world.state.presses = 'NO';
    expect({ said: world.command('restoreFrozen')[0], asked: asked() }).toEqual({
      said: 'Restoring 3 formulas may fetch new answers. Some prices are only known after paying.\nRestore now?',
      asked: 1,
    });
  });

  it('says so where the price is unknown', () => {
    freeze('=TRACE_PARTNERS(A#)', 'none');
    expect(world.command('restoreFrozen')).toEqual([
      `Restoring 3 formulas may fetch new answers. ${PARTNERS}\nRestore now?`,
      BACK,
    ]);
  });
});

it('Fetch waiting sends an editor to the owner, who alone can approve', async () => {
  waitFor('=TRACE_COMPANY(A#)');
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
  const said = world.command('fetchWaiting', 'editor');
  world.calculate();
  expect({ said, charged: await charged() }).toEqual({
    said: ["3 cells are waiting: up to 3 credits. Only the file's owner can fetch these."],
    charged: 0,
  });
});
