import { decideCell, type Intent } from '../../../../shared/bulk/sheet/cell-decision';
import type { GridCell, GridValue } from '../../../../shared/bulk/sheet/cell-values';

/** Formats that undo brings back. */

const NUMBER: GridCell = { kind: 'number', number: 5 };
const BLANK: Intent = { digest: 'of an answer that never came', before: null };
const TEXT: Intent = { ...BLANK, before: { value: '', format: '@' } };
const STOOD = { value: '', format: 'dd.mm.yyyy' };

function beforeOf(format: string, earlier: Intent | null, stood?: typeof STOOD, value: GridValue = ''): unknown {
  const read = { values: [value], formulas: new Set<number>(), merged: new Set<number>(), formats: [format] };
  const decision = decideCell(read, 0, NUMBER, 'overwrite', earlier, stood);
  return decision.is === 'write' ? decision.intent.before : decision;
}

test.each([
  ['read for the first time', '@', null, undefined, { value: '', format: '@' }],
  ['of the run, after a write that came beside another row', 'General', null, STOOD, STOOD],
  ['of the run, after a write that was cut off', 'General', TEXT, undefined, { value: '', format: '@' }],
  ['of the run, in a cell that had none of its own', 'yyyy-mm-dd', BLANK, undefined, null],
  ['of a person, who set it meanwhile', '0.00', TEXT, STOOD, { value: '', format: '0.00' }],
] as const)('a format %s', (_what, now, earlier, stood, before) => {
  expect(beforeOf(now, earlier, stood)).toEqual(before);
});

test('what a cell has held since counts with the format that it has now', () => {
  expect(beforeOf('General', { ...BLANK, before: { value: 'old', format: '@' } }, undefined, 'old')).toEqual({
    value: 'old',
    format: '@',
  });
});
