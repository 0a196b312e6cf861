import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { Crash } from '../../fakes/bulk-drive';
import { companies, RunCase } from '../../fakes/run-case';

/** Rows keep their own values: no value is beside another company, and an undo restores everything, or lists it. */

const table = (run: RunCase): GridValue[][] => run.grid.values().map((row) => [...row]);

/** At the first of these steps. */
function once(run: RunCase, when: string, act: () => void): void {
  let isDone = false;
  run.before = (step) => {
    if (isDone || step !== when) return;
    isDone = true;
    act();
  };
}

const insertRow = ({ grid }: RunCase, at: number, ...values: GridValue[]): void =>
  void grid.rows.splice(
    at,
    0,
    values.map((value) => ({ value })),
  );
const insertColumn = ({ grid }: RunCase, at: number): void =>
  grid.rows.forEach((cells) => void cells.splice(at, 0, { value: '' }));
const reverseRows = ({ grid }: RunCase): void => void grid.rows.push(...grid.rows.splice(1).reverse());

const ANSWER = (domain: string): string => `Company ${/\d+/.exec(domain)![0]}`;

describe('rows that name the same company', () => {
  const PEOPLE = [
    ['person', 'domain'],
    ['Ann', 'company-1.example'],
    ['Bob', 'company-1.example'],
    ['Cid', 'company-1.example'],
    ['Dan', 'company-2.example'],
    ['Eve', 'company-2.example'],
  ];

  test('a row inserted while they are asked for leaves none of them blank, and undo restores all', async () => {
    const run = new RunCase(PEOPLE);
    once(run, 'request', () => insertRow(run, 2, 'New', ''));
    const end = await run.run({ inputColumn: 1 });
    const filled = table(run).flatMap(([person, , answer]) => (person !== 'New' && answer ? [[person, answer]] : []));
    expect(filled.slice(1)).toEqual([
      ['Ann', 'Company 1'],
      ['Bob', 'Company 1'],
      ['Cid', 'Company 1'],
      ['Dan', 'Company 2'],
      ['Eve', 'Company 2'],
    ]);
    expect(end.summary).toMatchObject({ rows: 5, found: 5 });
    await run.undo();
    expect(table(run).map((row) => row[2] ?? '')).toEqual(['', '', '', '', '', '', '']);
  });

  test('of some contacts of one company, sorted meanwhile, none is filled that was not selected', async () => {
    const run = new RunCase([['mail'], ...['ann', 'bob', 'cid', 'dan'].map((name) => [`${name}@company-1.example`])]);
    once(run, 'request', () => reverseRows(run));
    await run.run({ rows: [1, 2] });
    const filled = table(run).flatMap(([mail, answer]) => (answer === 'Company 1' ? [mail] : []));
    expect(filled.sort()).toEqual(['ann@company-1.example', 'bob@company-1.example']);
  });

  test('undo after a sort gives each contact of a company its own value back', async () => {
    const before = [
      ['mail', 'Company'],
      ['ann@company-1.example', 'Acme (renewal due)'],
      ['bob@company-1.example', 'Acme'],
      ['cid@company-1.example', ''],
    ];
    const run = new RunCase(before);
    await run.run({ where: 'sameTitles', mode: 'overwrite' });
    reverseRows(run);
    await run.undo();
    expect(table(run)).toEqual([before[0], before[3], before[2], before[1]]);
  });

  test('contacts of one company that were shifted alone leave no value of a person beside another', async () => {
    const run = new RunCase([
      ['mail', 'Company'],
      ['ann@company-1.example', ''],
      ['bob@company-1.example', 'Acme (renewal due)'],
    ]);
    await run.run({ where: 'sameTitles', mode: 'overwrite' });
    const [, ann, bob] = run.grid.rows;
    run.grid.rows.push([{ value: bob![0]!.value }, { value: '' }]);
    bob![0]!.value = ann![0]!.value;
    ann![0]!.value = '';
    const { isWhole, unrestored, noPlace } = await run.undo();
    expect(table(run).slice(1)).toEqual([
      ['', 'Company 1'],
      ['ann@company-1.example', ''],
      ['bob@company-1.example', ''],
    ]);
    expect({ isWhole, unrestored, noPlace: noPlace.map(({ value }) => value) }).toEqual({
      isWhole: false,
      unrestored: [{ row: 1, target: 0, why: 'newInput', choices: [] }],
      noPlace: ['Acme (renewal due)'],
    });
  });

  test.each([
    ['one answer', 1],
    ['two answers', 2],
  ])(
    'inputs that were sorted alone after a crash leave %s beside another company, which undo lists',
    async (_, limit) => {
      const run = new RunCase([['domain', 'Company'], ...companies(2).map(([domain]) => [domain!, ''])]);
      let isWritten = false;
      run.before = (step) => {
        if (isWritten) throw new Crash();
        isWritten = step === 'write';
      };
      await expect(run.run({ where: 'sameTitles', limit })).rejects.toThrow(Crash);
      run.before = () => undefined;
      const [, one, two] = run.grid.rows;
      [one![0]!.value, two![0]!.value] = [two![0]!.value, one![0]!.value];
      await run.resume();
      await expectHonest(run, ['Company 1', 'Company 2']);
    },
  );
});

/**
 * Everything that the enrichment has written and that is still in the sheet is listed, and the record is kept for it.
 */
async function expectHonest(run: RunCase, written: readonly string[]): Promise<void> {
  const { isWhole, unrestored, edited } = await run.undo();
  const standing = table(run).flatMap((row) => row.slice(1).filter((value) => written.includes(String(value))));
  if (standing.length === 0) return;
  expect({ isWhole, listed: unrestored.length + edited }).toEqual({ isWhole: false, listed: standing.length });
  expect((await run.reopen()).is).toBe('enrichment');
}

describe('an undo takes nothing for put back already that is not', () => {
  test('an input was corrected, and its old domain is in a new row', async () => {
    const run = new RunCase([['domain'], ...companies(3)]);
    await run.run();
    run.grid.rows[1]![0]!.value = 'company-9.example';
    run.grid.rows.push([{ value: 'company-1.example' }, { value: '' }]);
    await expectHonest(run, ['Company 1', 'Company 2', 'Company 3']);
  });

  test('the column of domains was sorted, and nothing else', async () => {
    const run = new RunCase([['domain'], ...companies(3)]);
    await run.run();
    const values = run.grid.rows.slice(1).map((cells) => cells[0]!.value);
    for (const [at, value] of values.reverse().entries()) run.grid.rows[at + 1]![0]!.value = value;
    await expectHonest(run, ['Company 1', 'Company 3']);
  });

  test('the column of domains was shifted by one', async () => {
    const run = new RunCase([['domain'], ...companies(3)]);
    await run.run();
    for (let row = 4; row > 1; row -= 1) run.grid.at(row, 0).value = run.grid.at(row - 1, 0).value;
    run.grid.at(1, 0).value = 'company-9.example';
    await expectHonest(run, ['Company 1', 'Company 2', 'Company 3']);
  });
});

describe('a plan made from a look that is stale writes nothing, and asks to look again', () => {
  const START = [[''], ['domain'], ...companies(3)];
  test.each<[string, (run: RunCase) => void]>([
    ['a row above was deleted', (run) => void run.grid.rows.splice(0, 1)],
    ['a row was inserted above', (run) => insertRow(run, 0, '')],
    ['the first company was deleted', (run) => void run.grid.rows.splice(2, 1)],
  ])('%s after the panel looked', async (_what, change) => {
    const run = new RunCase(START);
    const look = run.look();
    change(run);
    const before = table(run);
    const end = await run.plan({}, look).then(
      (plan) => run.run({}, plan),
      () => null,
    );
    expect(table(run)).toEqual(before);
    expect(end?.is).not.toBe('done');
  });

  test.each<[string, (run: RunCase) => void]>([
    ['a row above was deleted', (run) => void run.grid.rows.splice(0, 1)],
    ['a row was inserted above', (run) => insertRow(run, 0, '')],
  ])('%s after the plan was made: each answer is beside its company, or none is', async (_what, change) => {
    const run = new RunCase(START);
    const plan = await run.plan();
    change(run);
    await expect(run.run({}, plan)).rejects.toMatchObject({ code: 'sheetChanged' });
    const wrong = table(run).filter(([domain, answer = '']) => {
      if (String(domain).startsWith('company')) return answer !== '' && answer !== ANSWER(String(domain));
      return answer !== '' && (domain !== 'domain' || answer !== 'Company');
    });
    expect(wrong).toEqual([]);
  });
});

test('a run that was closed during its first block is resumed after a column was inserted on the left', async () => {
  const stuck: number[] = [];
  let titled = 0;
  for (let at = 1; ; at += 1) {
    const run = new RunCase([['domain'], ...companies(3)]);
    let steps = 0;
    run.before = () => {
      if ((steps += 1) === at) throw new Crash();
    };
    const isWhole = await run.run().then(
      () => true,
      () => false,
    );
    run.before = () => undefined;
    if (isWhole) break;
    if ((await run.reopen()).is === 'none') continue;
    insertColumn(run, 0);
    const hasTitle = run.grid.values()[0]!.includes('Company');
    const end = await run.resume();
    // Before its title is written, nothing shows the enrichment where it would be.
    if (!hasTitle) continue;
    titled += 1;
    if (end.is !== 'done' || run.grid.at(3, 2).value !== 'Company 3') stuck.push(at);
  }
  expect(stuck).toEqual([]);
  expect(titled).toBeGreaterThan(3);
});
