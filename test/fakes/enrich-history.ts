import fc from 'fast-check';

/** What a user, or a colleague in the same file, does to the sheet while a page waits for its host. */
type Deed =
  | 'sortRows'
  | 'sortSomeRows'
  | 'sortInputs'
  | 'insertRow'
  | 'deleteRow'
  | 'duplicateRow'
  | 'typeAnswer'
  | 'clearAnswer'
  | 'typeInput'
  | 'copyInput'
  | 'clearInput'
  | 'typeNote'
  | 'insertColumn'
  | 'copyColumn'
  | 'moveColumn'
  | 'renameTitle'
  | 'formatAnswer'
  | 'undoElsewhere'
  | 'resumeElsewhere'
  | 'loseAnswer'
  | 'close';

export interface Edit {
  /** The call of the page to its host before which it happens, from 0. */
  readonly at: number;
  readonly does: Deed;
  readonly place: number;
  readonly other: number;
}

export interface HistoryRow {
  readonly company: number;
  /** Which of two spellings its input has. */
  readonly isUrl: boolean;
  /** The earlier content of the target: 0 nothing, otherwise a value of the owner. */
  readonly own: number;
  readonly note: number;
}

/** An enrichment of a small table, and what happens meanwhile. */
export interface EnrichHistory {
  readonly rows: readonly HistoryRow[];
  readonly mode: 'new' | 'onlyEmpty' | 'overwrite';
  readonly hasStatus: boolean;
  /** Rows that are not selected. */
  readonly unselected: readonly number[];
  /** How many companies each session may ask for. */
  readonly allowed: readonly number[];
  readonly edits: readonly Edit[];
  readonly editsOfUndo: readonly Edit[];
}

const DEEDS: readonly Deed[] = [
  'sortRows',
  'sortSomeRows',
  'sortInputs',
  'insertRow',
  'deleteRow',
  'duplicateRow',
  'typeAnswer',
  'clearAnswer',
  'typeInput',
  'copyInput',
  'clearInput',
  'typeNote',
  'insertColumn',
  'copyColumn',
  'moveColumn',
  'renameTitle',
  'formatAnswer',
  'undoElsewhere',
  'resumeElsewhere',
  'loseAnswer',
  'close',
];

const edit = fc.record({
  at: fc.integer({ min: 0, max: 60 }),
  does: fc.constantFrom(...DEEDS),
  place: fc.nat(13),
  other: fc.nat(13),
});

export const enrichHistories: fc.Arbitrary<EnrichHistory> = fc.record({
  rows: fc.array(fc.record({ company: fc.nat(4), isUrl: fc.boolean(), own: fc.nat(2), note: fc.nat(2) }), {
    minLength: 1,
    maxLength: 14,
  }),
  mode: fc.constantFrom('new', 'onlyEmpty', 'overwrite'),
  hasStatus: fc.boolean(),
  unselected: fc.array(fc.nat(13), { maxLength: 3 }),
  allowed: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
  edits: fc.array(edit, { maxLength: 4 }),
  editsOfUndo: fc.array(edit, { maxLength: 2 }),
});
