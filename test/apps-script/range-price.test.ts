import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { fillDown, names, shownIn } from './sheet-of-formulas';
import { sandbox, useSpreadsheets, world } from './spreadsheet';

/** A column becomes one formula, or one becomes many: the price first, and no shown value is lost. */

const LATER_MS = 40 * 86_400_000;
const ROWS = 30;
const COST = 'Saved answers are free. New ones cost up to 30 credits.';
const FREE =
  'Free: these answers are saved for the account that pays here.\nIs it your file, and did you change or remove your key? Choose No, or its formulas lose these answers.';
const UNNOTED =
  'No formula has spent anything in this file yet. If the file is not yours, its owner pays, and a limit of the owner may leave cells without answers.';

useSpreadsheets();

/** A column that shows answers, calculated 40 days ago. @param isCopied to another file, which has none saved */
async function column(isCopied: boolean, policy?: object): Promise<SheetGrid> {
  const grid = fillDown(world, ROWS, '=TRACE_COMPANY(A#)');
  world.calculate();
  if (isCopied) {
    world.state.documentProperties.clear();
    world.state.documentCache.clear();
  }
  world.state.clock.advance(LATER_MS);
  await sandbox.advance(LATER_MS);
  if (policy !== undefined) world.callRpc('setPolicy', [policy]);
  world.state.selection = { sheetId: grid.id, areas: [{ row: 2, column: 2, rows: 1, columns: 1 }] };
  return grid;
}

/** The ledger of who has paid stays. */
function forgetAnswers(): void {
  const { documentProperties, documentCache } = world.state;
  for (const name of Object.keys(documentProperties.read())) {
    if (name.startsWith('TRACE_SHOWN')) documentProperties.remove(name);
  }
  documentCache.clear();
}

/** What an editor is told and asked who makes one formula of it, and what the owner pays for it. */
async function turnAsEditor(presses: 'YES' | 'NO'): Promise<object> {
  world.state.presses = presses;
  const { balance } = await sandbox.ledger();
  const said = world.command('turnIntoRange', 'editor');
  world.calculate();
  return { said, paid: balance - (await sandbox.ledger()).balance };
}

/** What is said, what it costs once calculated, and how many formulas are there then. */
async function turn(grid: SheetGrid, what: string): Promise<object> {
  const { balance } = await sandbox.ledger();
  const answer = world.callRpc('bulkFreeze', [what]) as { readonly value: string };
  world.calculate();
  const paid = balance - (await sandbox.ledger()).balance;
  return { said: answer.value.split('\n')[0], paid, formulas: Object.keys(grid.formulas()).length };
}

it('is free where the spreadsheet keeps what the column shows, and so is splitting it again', async () => {
  const grid = await column(false, { mode: 'onRequest' });
  expect(await turn(grid, 'toOneFormula')).toMatchObject({ paid: 0, formulas: 1 });
  expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  expect(await turn(grid, 'toFormulas')).toMatchObject({ paid: 0, formulas: ROWS });
  expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
});

it('says the price where answers are not saved, and changes nothing unless the person agrees', async () => {
  const grid = await column(true);
  world.callRpc('setPolicy', [{ mode: 'freely' }]);
  world.state.presses = 'NO';
  expect(await turn(grid, 'toOneFormula')).toEqual({ said: '', paid: 0, formulas: ROWS });
  world.state.presses = 'YES';
  expect(world.command('turnIntoRange')[0]).toBe(`${COST}\n${UNNOTED}\nReplace the formulas now?`);
  world.calculate();
  expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  expect(Object.keys(grid.formulas())).toEqual(['B2']);
});

it('asks again where the price has risen while it asked', async () => {
  const grid = await column(true);
  world.callRpc('setPolicy', [{ mode: 'freely' }]);
  world.state.whileAsked = () => {
    delete world.state.whileAsked;
    grid.enter('A32', 'company-31.example');
    grid.enter('B32', '=TRACE_COMPANY(A32)');
    grid.answer({ row: 32, column: 2 }, [['Company 31']]);
  };
  const said = world.command('turnIntoRange');
  expect(said[1]).toBe(
    'Formulas or prices have changed since you were asked. Nothing was changed.\nSaved answers are free. New ones cost up to 31 credits.\n' +
      `${UNNOTED}\nReplace the formulas now?`,
  );
});

describe.each(['toOneFormula', 'toFormulas'])('%s changes nothing', (what) => {
  /** For splitting: one formula that shows them all. */
  async function prepared(policy: object): Promise<SheetGrid> {
    const grid = await column(true, policy);
    if (what === 'toOneFormula') return grid;
    for (let row = 2; row < ROWS + 2; row += 1) grid.enter(`B${row}`, '');
    grid.enter('B2', `=TRACE_COMPANY(A2:A${ROWS + 1})`);
    grid.answer(
      { row: 2, column: 2 },
      names(ROWS).map((name) => [name]),
    );
    return grid;
  }
  const formulas = what === 'toOneFormula' ? ROWS : 1;

  it.each([
    ['a daily limit', { mode: 'daily', limit: 20 }, 'only 20'],
    ['approval', { mode: 'onRequest' }, 'nothing'],
  ])('where answers are not saved and %s does not allow them', async (_name, policy, left) => {
    const grid = await prepared(policy);
    expect(await turn(grid, what)).toEqual({
      said: `Some of these answers are not saved. They cost up to 30 credits, but formulas may spend ${left} more today. Nothing was changed. To allow more, open Settings.`,
      paid: 0,
      formulas,
    });
    expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  });

  it('where answers are not saved and there is no key', async () => {
    const grid = await prepared({ mode: 'freely' });
    world.callRpc('setKey', ['', 'anotherAccount']);
    world.state.userProperties.owner.clear();
    expect(await turn(grid, what)).toEqual({
      said: 'Some of these answers are not saved, and no API key is set. Nothing was changed. Set your key, then try again.',
      paid: 0,
      formulas,
    });
  });
});

it('asks an editor for no price where cells are protected', async () => {
  const grid = await column(true, { mode: 'freely' });
  grid.layout.protectedAreas.push({ row: 5, column: 2, rows: 1, columns: 1 });
  expect(await turnAsEditor('YES')).toEqual({
    said: ['Some of these cells are protected. Nothing was changed.'],
    paid: 0,
  });
  expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
});

it('changes nothing where a limit holds and nobody knows the price', async () => {
  const grid = fillDown(world, 3, '=TRACE_PARTNERS(A#)');
  world.callRpc('setPolicy', [{ mode: 'daily', limit: 500 }]);
  for (let row = 2; row < 5; row += 1) grid.answer({ row, column: 2 }, [['Some partner']]);
  world.state.selection = { sheetId: grid.id, areas: [{ row: 2, column: 2, rows: 1, columns: 1 }] };
  expect(await turn(grid, 'toOneFormula')).toEqual({
    said: 'Some of these answers are not saved. Their price is only known after paying, and formulas have a limit here. Nothing was changed. To allow more, open Settings.',
    paid: 0,
    formulas: 3,
  });
});

describe('An editor', () => {
  const OWN_KEY = ['none', 'an own key'];
  const DONE = '30 formulas are one now, in B2: =TRACE_COMPANY(A2:A31)\nTo undo, select B2 and choose this again.';

  it.each(OWN_KEY)('with %s is told that it is free where all answers are saved for the owner', async (has) => {
    const grid = await column(false, { mode: 'onRequest' });
    if (has !== 'none') world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
    expect(await turnAsEditor('YES')).toEqual({ said: [`${FREE}\nReplace the formulas now?`, DONE], paid: 0 });
    expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  });

  it.each(OWN_KEY)('with %s changes nothing where they are not, since the owner may have a limit', async (has) => {
    const grid = await column(false);
    if (has !== 'none') world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
    world.callRpc('setOwnerLimit', [5]);
    forgetAnswers();
    expect(await turnAsEditor('YES')).toEqual({
      said: [
        'Some of these answers are not saved. The owner of this file pays for new ones, and only the owner can see their own limit. Nothing was changed. Ask the owner to do this. If this file is yours, let one of its formulas fetch a new answer first.',
      ],
      paid: 0,
    });
    expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  });

  it('is told of the limit of the file, which an editor can change', async () => {
    const grid = await column(false, { mode: 'daily', limit: 20 });
    world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
    world.callRpc('setOwnerLimit', [0], { as: 'editor' });
    forgetAnswers();
    expect(await turnAsEditor('YES')).toMatchObject({ said: [expect.stringContaining('only 20 more today')] });
    expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  });
});

it.each(['another key', 'no key'])(
  'asks an owner first who has %s since, and so may lose what is saved',
  async (has) => {
    const grid = await column(false, { mode: 'onRequest' });
    if (has === 'no key') world.callRpc('forgetKey');
    else world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    world.state.presses = 'NO';
    expect(world.command('turnIntoRange')).toEqual([`${FREE}\nReplace the formulas now?`]);
    world.calculate();
    expect(shownIn(grid, 2, ROWS)).toEqual(names(ROWS));
  },
);

it.each([
  [
    'counts every level of look-ups, of which each follows from the answers of another',
    'company-50.example',
    'They cost up to 3 credits, but formulas may spend nothing more today.',
  ],
  [
    'knows no price where the answer is missing that others follow from',
    'company-51.example',
    'only known after paying',
  ],
])('%s', async (_what, other, said) => {
  await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
  const [grid] = world.state.sheets;
  const enter = (row: number, b = other): void => {
    grid!.enter(`A${row}`, `company-${row + 60}.example`);
    grid!.enter(`B${row}`, b);
    grid!.enter(`C${row}`, `=TRACE_PARTNERED(A${row},B${row},"partnered")`);
  };
  for (const row of [2, 3]) enter(row, 'company-50.example');
  world.calculate();
  world.callRpc('setPolicy', [{ mode: 'onRequest' }]);
  for (const row of [4, 5, 6]) {
    enter(row);
    grid!.answer({ row, column: 3 }, [[false]]);
  }
  world.state.selection = { sheetId: grid!.id, areas: [{ row: 2, column: 3, rows: 1, columns: 1 }] };
  expect(await turn(grid!, 'toOneFormula')).toMatchObject({
    said: expect.stringContaining(said),
    formulas: 5,
  });
  expect(shownIn(grid!, 3, 5)).toEqual([false, false, false, false, false]);
});
