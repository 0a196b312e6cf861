import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { planLeftRun } from '../../../../shared/bulk/run/plan-left-run';
import { resumeRun } from '../../../../shared/bulk/run/run';
import { listUndo, undoRun } from '../../../../shared/bulk/undo/undo';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

/** Journals as versions 1 and 2 wrote them, of a run of four rows that stopped at its limit of two credits. */

const STOPPED = '"ended":{"is":"paused","why":{"code":"runCapReached","facts":{"credits":1}},"creditsLeft":null}';
const HEADS = {
  1: `{"version":1,"run":"0","startedMs":1781524800000,"sheet":{"id":"sheet-1","name":"Leads"},"input":{"column":0,"title":"domain"},"headerRow":0,"choices":[{"adds":"company","field":"industry"}],"targets":[{"column":2,"title":"industry","isNew":true}],"twins":[{"before":0,"after":0},{"before":0,"after":0}],"mode":"onlyEmpty","sheetRows":5,"maxAgeMs":2592000000,"cap":2,"quoted":0,"rows":4,"blocks":1,"isFinished":false,"isUndoing":false,${STOPPED},"unusable":0}`,
  2: `{"version":2,"run":"0","startedMs":1781524800000,"sheet":{"id":"sheet-1","name":"Leads"},"input":{"column":0,"title":"domain"},"headerRow":0,"choices":[{"adds":"company","field":"industry"}],"targets":[{"column":2,"title":"industry","isNew":true,"titleFormat":"General"}],"mode":"onlyEmpty","sheetRows":5,"maxAgeMs":2592000000,"cap":2,"quoted":0,"isMarked":true,"rows":4,"blocks":1,"isFinished":false,"isUndoing":false,${STOPPED},"unusable":0}`,
};
/** Under the secret of the person before the panel. */
const SEAL_OF_2 = '["fLqq_j","0",7,[["rows.0","hzlRnY"],["head","UzUSMW"],["spent","dkCOR6"],["block.0","vVmZB3"]]]';
const FILLED = [
  ['domain', 'note', 'industry'],
  ['x1.example', 'a', 'Industry x1'],
  ['x2.example', 'b', 'Industry x2'],
  ['x3.example', 'c', ''],
  ['x4.example', 'd', ''],
];
const CHANGES = /^(sheet\.(write|addColumns)|journal\.(save|remove)|anchors\.(put|remove)|http)/;

/** As the person who began it finds it. */
async function found(version: 1 | 2): Promise<Bench> {
  const bench = new Bench(FILLED);
  const { grid } = bench;
  grid.journal = new Map([
    ['rows.0', '[[1,4],4,"ZWc9q6kFpItcs5F32a4vda4H"]'],
    ['head', HEADS[version]],
    ['spent', '{"settled":2}'],
    ['block.0', '{"settled":true,"at":[0,2],"rows":[1,2],"states":"aa","digests":"1FzuWhUQ"}'],
  ]);
  if (version === 1) return bench;
  grid.journal.set('seal', SEAL_OF_2);
  await grid.seal.keep('0', 7);
  const marks = [
    { name: 'input', column: 0 },
    { name: '0', column: 2 },
  ];
  await grid.anchors.put('0', 'sheet-1', marks, { first: 0, count: 5 });
  return bench;
}

test.each([1, 2] as const)(
  "a run of version %i is shown as another person's, and nothing goes on by itself",
  async (version) => {
    const bench = await found(version);
    expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({
      is: 'run',
      whose: 'other',
      summary: { rows: 4, found: 2, open: 2, creditsUsed: 2 },
    });
    const agreed = { run: '0', cap: 4, spent: { settled: 2, doubtful: new Map(), sinceMs: null } };
    for (const errand of [
      () => drive((ports) => resumeRun(ports, { agreed }), bench.host, bench.grid),
      () => drive((ports) => undoRun(ports), bench.host, bench.grid),
    ]) {
      await expect(errand()).rejects.toMatchObject({ code: 'runNotOwn' });
    }
    expect({ values: bench.grid.values(), changes: bench.grid.asked.filter((asked) => CHANGES.test(asked)) }).toEqual({
      values: FILLED,
      changes: [],
    });
  },
);

test.each([1, 2] as const)('what is left of a run of version %i is planned and priced anew', async (version) => {
  const bench = await found(version);
  const { run, plan } = await drive(planLeftRun, bench.host, bench.grid);
  expect({ run, rows: plan.rows.map(({ row }) => row), targets: plan.targets }).toEqual({
    run: '0',
    rows: [3, 4],
    targets: [{ column: 2, title: 'industry', isNew: false }],
  });
});

test.each([1, 2] as const)('a run of version %i is undone once its list is confirmed', async (version) => {
  const bench = await found(version);
  const list = await drive(listUndo, bench.host, bench.grid);
  expect(list.cells.map(({ row, now, back }) => [row, now, back.value])).toEqual(UNDONE[version]);
  await drive((ports) => undoRun(ports, list), bench.host, bench.grid);
  expect(bench.grid.values().map((cells) => cells[2])).toEqual(
    version === 1 ? ['industry', '', '', '', ''] : ['', '', '', '', ''],
  );
  expect(bench.grid.journal).toBeNull();
});

/** Version 1 did not say how the title's cell had been formatted. */
const UNDONE = {
  1: [
    [1, 'Industry x1', ''],
    [2, 'Industry x2', ''],
  ],
  2: [
    [0, 'industry', ''],
    [1, 'Industry x1', ''],
    [2, 'Industry x2', ''],
  ],
};
