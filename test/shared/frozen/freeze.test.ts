import { freeze } from '../../../shared/frozen/freeze';
import type { ToFreeze } from '../../../shared/frozen/plan-freeze';
import type { FreezePorts, Put } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runSync } from '../../../shared/task';

const LEADS: SheetCells = {
  id: '7',
  name: 'Leads',
  formulas: [
    ['', '=TRACE_TECH(A1)'],
    ['', '=TRACE_TECH(A2)'],
  ],
  values: [
    ['a.com', 'React'],
    ['b.com', 'Vue'],
  ],
};
const ONE = { rows: 1, columns: 1 };

/** Freezes all formulas of a sheet. */
function run(put: (cell: ToFreeze) => Put, sheet = LEADS) {
  let list = null as readonly (readonly string[])[] | null;
  const steps: string[] = [];
  const ports: FreezePorts = {
    cells: () => [sheet],
    putValues: ({ cells }) => {
      steps.push(`write ${cells.map(({ formula }) => formula).join()}`);
      return cells.map(put);
    },
    readList: () => list,
    appendList: ({ lines }) => {
      steps.push(`list ${lines.map(([, , formula]) => formula).join()}`);
      list = [...(list ?? []), ...lines];
    },
    clearLines: ({ lines }) => {
      const gone = new Set(lines.map(String));
      list = (list ?? []).filter((line) => !gone.has(String(line)));
    },
    now: () => 0,
  };
  const frozen = runSync(
    freeze((sheets) => [{ sheet: sheets[0]!, isAsked: () => true, isProblem: () => false }]),
    ports,
  );
  return { ...frozen, steps, listed: (list ?? []).map(([, cells]) => cells) };
}

it('lists formulas before it writes their values', () => {
  expect(run(({ row, column }) => ({ row, column, ...ONE }))).toEqual({
    frozen: 2,
    stay: {},
    steps: ['list =TRACE_TECH(A1),=TRACE_TECH(A2)', 'write =TRACE_TECH(A1),=TRACE_TECH(A2)'],
    listed: ['B1', 'B2'],
  });
});

it('one refused formula stays, is not listed, and keeps no other from freezing', () => {
  const { frozen, stay, listed } = run(({ row, column }) => (row === 0 ? 'refused' : { row, column, ...ONE }));
  expect({ frozen, stay, listed }).toEqual({ frozen: 1, stay: { refused: 1 }, listed: ['B2'] });
});

it('a formula that is gone stays listed, whatever its cell holds now', () => {
  const { frozen, stay, listed } = run(() => 'unclear');
  expect({ frozen, stay, listed }).toEqual({ frozen: 0, stay: { unclear: 2 }, listed: ['B1', 'B2'] });
});

it('lists the extent that only the writing told', () => {
  const { listed } = run(({ row, column }) => ({ row, column, rows: 2, columns: 1 }), {
    ...LEADS,
    formulas: [
      ['', '=TRACE_TECH(A1:A2)'],
      ['', ''],
    ],
  });
  expect(listed).toEqual(['B1:B2']);
});

it('lists the extent that the host has told', () => {
  const { listed } = run(({ row, column }) => ({ row, column, rows: 2, columns: 1 }), {
    ...LEADS,
    formulas: [['', '=TRACE_TECH(A1:A2)']],
    extents: new Map([['0 1', { row: 0, column: 1, rows: 2, columns: 1 }]]),
  });
  expect(listed).toEqual(['B1:B2']);
});

it('a formula stays while another formula reads its spilled range', () => {
  const { stay, listed } = run(({ row, column }) => ({ row, column, ...ONE }), {
    ...LEADS,
    formulas: [['=TRACE_SEARCH("pay")', '=TRACE_TECH(A1#)']],
  });
  expect({ stay, listed }).toEqual({ stay: { read: 1 }, listed: ['B1'] });
});
