import fc from 'fast-check';
import type { MarkHabits } from './carried-marks';

/** What a person does to the columns and rows of the sheet, at the n-th effect of a run or of its undo. */
export interface ColumnEdit {
  readonly at: number;
  readonly does:
    | 'deleteRunColumn'
    | 'deleteOtherColumn'
    | 'copyRunColumn'
    | 'insertColumn'
    | 'dragRunColumn'
    | 'cutRunColumn'
    | 'pasteOverRunColumn'
    | 'undoDeletion'
    | 'duplicateSheet'
    | 'deleteMark'
    | 'forgeMark'
    | 'addTwin'
    | 'insertRow'
    | 'deleteRow'
    | 'sort'
    | 'editAnswer';
  readonly place: number;
}

export interface ColumnHistory {
  readonly rows: number;
  readonly hasTitles: boolean;
  /** Where a person's own column stands that has the title of the run's. */
  readonly twin: 'none' | 'left' | 'right';
  /** How many companies each part of the run may pay for. */
  readonly step: number;
  readonly edits: readonly ColumnEdit[];
  readonly editsOfUndo: readonly ColumnEdit[];
  /** What the host does to marks, where that is not known. */
  readonly habits?: Partial<MarkHabits>;
  /** Whether it lists its sheets, since their ids may change. */
  readonly isListed?: boolean;
}

const WITH_TITLES: readonly ColumnEdit['does'][] = ['addTwin'];
const DOES: readonly ColumnEdit['does'][] = [
  'deleteRunColumn',
  'deleteOtherColumn',
  'insertColumn',
  'copyRunColumn',
  'dragRunColumn',
  'cutRunColumn',
  'pasteOverRunColumn',
  'undoDeletion',
  'duplicateSheet',
  'deleteMark',
  'forgeMark',
  'insertRow',
  'deleteRow',
  'sort',
  'editAnswer',
];

export function columnHistories(hasTitles: boolean): fc.Arbitrary<ColumnHistory> {
  const edits = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      does: fc.constantFrom(...DOES, ...(hasTitles ? WITH_TITLES : [])),
      place: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 2 },
  );
  return fc.record({
    rows: fc.integer({ min: 1, max: 14 }),
    hasTitles: fc.constant(hasTitles),
    twin: hasTitles ? fc.constantFrom('none', 'left', 'right') : fc.constant('none' as const),
    step: fc.integer({ min: 1, max: 6 }),
    edits,
    editsOfUndo: edits,
    habits: fc.record({
      cutCarries: fc.boolean(),
      copyCarries: fc.boolean(),
      duplicateCarries: fc.boolean(),
      pasteOntoBreaks: fc.boolean(),
      undoBringsBack: fc.boolean(),
    }),
    isListed: fc.boolean(),
  });
}
