import type { GridValue } from '../../../../shared/bulk/sheet/cell-values';
import { Crash } from '../../../fakes/bulk-drive';
import { closed, companies, NAME, PARTNERS, RunCase, type Step, type Wanted } from '../../../fakes/run-case';

/** Only their order tells such rows apart, and a sort changes it unseen. */

const table = (run: RunCase): GridValue[][] => run.grid.values().map((row) => [...row]);
const reverseRows = ({ grid }: RunCase): void => void grid.rows.push(...grid.rows.splice(1).reverse());

describe('rows with the same input that held different values', () => {
  const overwritten = async (): Promise<RunCase> => {
    const run = new RunCase([
      ['id', 'domain', 'Company'],
      ['1', 'company-1.example', 'Acme (renewal due)'],
      ['2', 'company-1.example', 'Acme'],
      ['3', 'company-2.example', 'Best'],
    ]);
    await run.run({ inputColumn: 1, where: 'sameTitles', mode: 'overwrite' });
    return run;
  };

  test('an undo lists the earlier values and does not guess which row they belong to', async () => {
    const run = await overwritten();
    reverseRows(run);
    const { isLeft, missing, undecided } = await run.undo();
    expect(table(run).slice(1)).toEqual([
      ['3', 'company-2.example', 'Best'],
      ['2', 'company-1.example', 'Company 1'],
      ['1', 'company-1.example', 'Company 1'],
    ]);
    expect({ isLeft, missing }).toEqual({ isLeft: true, missing: [] });
    expect(undecided.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 2, 'Acme (renewal due)'],
      [3, 2, 'Acme'],
    ]);
  });

  test('an undo restores them in their old order once the user has said that they were not sorted', async () => {
    const run = await overwritten();
    await run.undo();
    const { isLeft, restored, undecided } = await run.undo('inOrder');
    expect(table(run).slice(1)).toEqual([
      ['1', 'company-1.example', 'Acme (renewal due)'],
      ['2', 'company-1.example', 'Acme'],
      ['3', 'company-2.example', 'Best'],
    ]);
    expect({ isLeft, restored, undecided }).toEqual({ isLeft: false, restored: 2, undecided: [] });
  });

  test('an edit of one of them does not make the other certain', async () => {
    const run = await overwritten();
    run.grid.rows[2]![2]!.value = 'Acme, Inc.';
    await run.undo();
    const { undecided } = await run.undo();
    expect(undecided).toEqual([{ row: 1, column: 2, value: 'Acme (renewal due)' }]);
  });

  test('only columns in which they held different values are left to the user', async () => {
    const run = new RunCase([
      ['domain', 'Company', 'Industry'],
      ['company-1.example', 'Acme (renewal due)', ''],
      ['company-1.example', 'Acme', ''],
    ]);
    await run.run({
      adds: [...NAME, { adds: 'company', field: 'industry' }],
      where: 'sameTitles',
      mode: 'overwrite',
    });
    await run.undo();
    expect(table(run).slice(1)).toEqual([
      ['company-1.example', 'Company 1', ''],
      ['company-1.example', 'Company 1', ''],
    ]);
  });

  test('a row of them that was edited since stays as it is', async () => {
    const run = await overwritten();
    run.grid.rows[2]![2]!.value = 'Acme, Inc.';
    const { edited } = await run.undo();
    await run.undo('inOrder');
    expect(table(run).slice(1, 3)).toEqual([
      ['1', 'company-1.example', 'Acme (renewal due)'],
      ['2', 'company-1.example', 'Acme, Inc.'],
    ]);
    expect(edited).toEqual([{ row: 2, column: 2 }]);
  });
});

describe('beside a row with the same input that already showed the same name', () => {
  const filled = async (isFormula: boolean): Promise<RunCase> => {
    const run = new RunCase([
      ['domain', 'Company'],
      ['company-1.example', 'Company 1'],
      ['company-1.example', ''],
    ]);
    if (isFormula) run.grid.rows[1]![1]!.formula = true;
    await run.run({ where: 'sameTitles' });
    return run;
  };

  test('a name that a formula shows is not the one that the run wrote', async () => {
    const run = await filled(true);
    const { isLeft, restored, undecided } = await run.undo();
    expect(table(run).slice(1)).toEqual([
      ['company-1.example', 'Company 1'],
      ['company-1.example', ''],
    ]);
    expect({ isLeft, restored, undecided }).toEqual({ isLeft: false, restored: 1, undecided: [] });
  });

  test('a name that somebody has typed may be', async () => {
    const run = await filled(false);
    const { isLeft, undecided } = await run.undo();
    expect({ isLeft, undecided }).toEqual({ isLeft: true, undecided: [{ row: 2, column: 1, value: '' }] });
  });
});

describe('where the panel was closed, and nobody knows whether the answer was written', () => {
  const DETAILS: Wanted['adds'] = [...NAME, { adds: 'company', field: 'industry' }];
  const OWN = ['domain', 'Company', 'Industry'];

  /** @param when before the write, or once it is made: before the next save */
  const cutOff = async (run: RunCase, wanted: Wanted, when: 'write' | 'save'): Promise<void> => {
    let isWriting = false;
    run.before = (step: Step) => {
      if (when === 'write' || isWriting) closed(step, when);
      isWriting ||= step === 'write';
    };
    await expect(run.run({ where: 'sameTitles', ...wanted })).rejects.toThrow(Crash);
    run.before = () => undefined;
  };

  test.each(['is undone at once', 'goes on first'])(
    'an undo does not double one earlier value over another that was the answer, where rows were sorted and the run %s',
    async (what) => {
      const run = new RunCase([
        ['domain', 'Company', 'id'],
        ['company-1.example', 'Company 1', 'a'],
        ['company-1.example', 'Acme', 'b'],
      ]);
      await cutOff(run, { mode: 'overwrite' }, 'write');
      reverseRows(run);
      if (what === 'goes on first') await run.resume();
      const { isLeft, undecided } = await run.undo();
      const ofOwner = table(run).find(([, , id]) => id === 'a');
      expect({ isLeft, ofOwner }).toEqual({ isLeft: true, ofOwner: ['company-1.example', 'Company 1', 'a'] });
      expect(undecided).toContainEqual({ row: 2, column: 1, value: 'Acme' });
    },
  );

  test.each([
    ['a limit has cut both rows', 'is undone at once'],
    ['a limit has cut both rows', 'goes on first'],
    ['partners were refused', 'is undone at once'],
    ['partners were refused', 'goes on first'],
  ])('an undo does not blank a name of the owner’s that is the answer, where %s and the run %s', async (why, what) => {
    const run = new RunCase([
      ['domain', 'Company', 'Partners', 'id'],
      ['company-1.example', 'Company 1', '', 'a'],
      ['company-1.example', '', '', 'b'],
    ]);
    if (why === 'partners were refused') {
      run.network = async (send, _nth, { operation }) =>
        operation === 'companies.batch'
          ? send()
          : { ok: true, response: { status: 422, retryAfter: null, text: '{"detail":"no"}' } };
    }
    const limit = why === 'partners were refused' ? 100 : 1;
    await cutOff(run, { adds: [...NAME, ...PARTNERS], limit }, 'write');
    reverseRows(run);
    if (what === 'goes on first') await run.resume({ limit: 100 });
    const { isLeft, undecided } = await run.undo();
    const ofOwner = table(run).find(([, , , id]) => id === 'a');
    expect({ isLeft, name: ofOwner?.[1] }).toEqual({ isLeft: true, name: 'Company 1' });
    expect(undecided).toContainEqual({ row: 2, column: 1, value: '' });
  });

  test('an undo doubles no earlier value where rows were sorted right before the run that goes on writes again', async () => {
    const run = new RunCase([
      ['domain', 'Company', 'Industry', 'id'],
      ['company-1.example', 'Company 1', '', 'a'],
      ['company-1.example', 'Acme', '', 'b'],
    ]);
    await cutOff(run, { adds: DETAILS, mode: 'overwrite' }, 'write');
    let isSorted = false;
    run.before = (step) => {
      if (step === 'write' && !isSorted) reverseRows(run);
      isSorted ||= step === 'write';
    };
    await run.resume();
    run.before = () => undefined;
    const { isLeft } = await run.undo();
    const ofOwner = table(run).find(([, , , id]) => id === 'a');
    expect({ isLeft, name: ofOwner?.[1] }).toEqual({ isLeft: true, name: 'Company 1' });
  });

  test('an earlier value is not forgotten because a row beside it that showed the answer was cleared', async () => {
    const run = new RunCase([
      ['domain', 'Company'],
      ['company-1.example', 'Company 1'],
      ['company-1.example', 'Acme'],
    ]);
    await cutOff(run, { mode: 'overwrite' }, 'save');
    run.grid.rows[1]![1]!.value = '';
    await run.resume();
    await run.undo();
    await run.undo('inOrder');
    expect(table(run).slice(1)).toEqual([
      ['company-1.example', ''],
      ['company-1.example', 'Acme'],
    ]);
  });

  test('an undo of rows that were not sorted leaves no answer of the run’s', async () => {
    const run = new RunCase([
      ['domain', 'Company'],
      ['company-1.example', 'Company 1'],
      ['company-1.example', ''],
    ]);
    await cutOff(run, { mode: 'overwrite' }, 'save');
    run.grid.rows[1]![1]!.value = '';
    await run.resume();
    const { undecided } = await run.undo();
    await run.undo('inOrder');
    expect(undecided.length).toBeGreaterThan(0);
    expect(table(run).slice(1)).toEqual([
      ['company-1.example', ''],
      ['company-1.example', ''],
    ]);
  });

  test.each(['formula', 'merged'] as const)('a blank cell that is %s tells nothing of a sort', async (what) => {
    const run = new RunCase([OWN, ['company-1.example', '', ''], ['company-1.example', '', '']]);
    run.grid.rows[1]![1]![what] = true;
    await cutOff(run, { adds: DETAILS }, 'save');
    await run.resume();
    const { isLeft, undecided } = await run.undo();
    expect({ isLeft, undecided, rows: table(run).slice(1) }).toEqual({
      isLeft: false,
      undecided: [],
      rows: [
        ['company-1.example', '', ''],
        ['company-1.example', '', ''],
      ],
    });
  });
});

describe('a blank row with the same input that the run was not to fill', () => {
  test.each(['sameTitles', 'newColumns'] as const)(
    'an undo asks nothing of rows outside of a selection: %s',
    async (where) => {
      const before = [
        ['domain', where === 'sameTitles' ? 'Company' : ''],
        ['company-1.example', ''],
        ['company-1.example', ''],
        ['company-1.example', ''],
      ];
      const run = new RunCase(before);
      await run.run({ where, rows: [1, 2] });
      const { isLeft, restored, undecided } = await run.undo();
      expect({ isLeft, restored, undecided }).toEqual({ isLeft: false, restored: 2, undecided: [] });
      expect(table(run)).toEqual(before);
    },
  );

  test('nor of a merged cell', async () => {
    const run = new RunCase([
      ['domain', 'Company', 'Industry'],
      ['company-1.example', '', ''],
      ['company-1.example', '', ''],
    ]);
    run.grid.rows[1]![1]!.merged = true;
    await run.run({ adds: [...NAME, { adds: 'company', field: 'industry' }], where: 'sameTitles' });
    const { isLeft, restored, undecided } = await run.undo();
    expect({ isLeft, restored, undecided }).toEqual({ isLeft: false, restored: 3, undecided: [] });
  });

  test('nor of a row that failed, and another one was answered later', async () => {
    const before = [['domain'], ...companies(1_001), ...companies(1)];
    const run = new RunCase(before);
    run.network = async (send, nth) =>
      nth === 1 ? { ok: true, response: { status: 422, retryAfter: null, text: '{"detail":"no"}' } } : send();
    await run.run();
    const names = table(run).map(([, name]) => name);
    expect([names[1], names[1_002]]).toEqual([undefined, 'Company 1']);
    const { isLeft, undecided } = await run.undo();
    expect({ isLeft, undecided }).toEqual({ isLeft: false, undecided: [] });
  });
});
