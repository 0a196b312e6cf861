import fc from 'fast-check';

/**
 * Histories of one run with all that is hard at once: rows of the same company, rows that are copied, a column that is
 * sorted alone, answers that get lost, a store that forgets, a clock that jumps, and a panel that is closed.
 */
export interface HardHistory {
  /** The company of each row; several rows may name the same one. 0: none at all. */
  readonly companies: readonly number[];
  /** Whether rows of one company are told apart by what their cells say: by e-mail addresses. */
  readonly areMails: boolean;
  readonly mode: 'onlyEmpty' | 'overwrite';
  /** Whether what the owner has in the column is just what the run would answer; absent: it is something else. */
  readonly ownsAnswers?: boolean;
  readonly limit: number | null;
  readonly adds: keyof typeof ADDS;
  readonly edits: readonly HardEdit[];
  /** What becomes of the requests, one after the other; those after them are answered. */
  readonly faults: readonly Fault[];
  /** After how many steps the panel is closed, each time; it is opened again as each of these says. */
  readonly closings: readonly Closing[];
}

export interface HardEdit {
  /** Before which step of the run; 0: after the panel has looked, and before it plans; those that are left: before the undo. */
  readonly at: number;
  readonly does: HardEditName;
  readonly row: number;
  readonly name: number;
}

interface Closing {
  readonly after: number;
  readonly isForgotten: boolean;
  readonly days: number;
}

export const ROW_EDITS = ['sort', 'insert', 'insertOnTop', 'delete', 'copy', 'editTarget', 'insertColumn'] as const;
export const INPUT_EDITS = ['editInput', 'sortInputs', 'shiftInputs'] as const;
type HardEditName = (typeof ROW_EDITS)[number] | (typeof INPUT_EDITS)[number];

/** `cut off`, `malformed`: charged, and lost. */
export type Fault = 'none' | 'cut off' | 'malformed' | 'server error' | 'rate limited' | 'half of it';
const FAULTS: readonly Fault[] = ['none', 'cut off', 'malformed', 'server error', 'rate limited', 'half of it'];

export const OF_PARTNERS = ['partners', 'profile', 'typed', 'shared'] as const;

export function hardHistories(
  edits: readonly HardEdit['does'][],
  adds: readonly HardHistory['adds'][] = ['name'],
  mostCredits = 8,
): fc.Arbitrary<HardHistory> {
  const all = fc.record({
    companies: fc.array(fc.integer({ min: adds.includes('status') ? 0 : 1, max: adds.some(isOfCompanies) ? 5 : 60 }), {
      minLength: 1,
      maxLength: 9,
    }),
    areMails: fc.boolean(),
    mode: fc.constantFrom('onlyEmpty' as const, 'overwrite' as const),
    ownsAnswers: fc.boolean(),
    adds: fc.constantFrom(...adds),
    limit: fc.option(fc.integer({ min: 0, max: mostCredits }), { nil: null }),
    edits: fc.array(
      fc.record({
        at: fc.nat(70),
        does: fc.constantFrom(...edits),
        row: fc.nat(8),
        name: fc.integer({ min: 6, max: 9 }),
      }),
      { maxLength: 4 },
    ),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 12 }),
    closings: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 45 }),
        isForgotten: fc.boolean(),
        days: fc.constantFrom(0, 0, 0, 29, 31),
      }),
      { maxLength: 3 },
    ),
  });
  return all.map((history) => {
    const movesInputs = history.edits.some(isMoveOfInputs);
    const isBlind = history.mode === 'overwrite' && history.closings.length > 0 && history.edits.some(isSort);
    return {
      ...history,
      // Inputs that are moved alone leave nothing by which to tell a value from an equal one.
      ownsAnswers: history.ownsAnswers && !movesInputs,
      // Nor by which to find an answer: see docs/decisions/2026-11-29-rows-of-one-company.md.
      edits: isBlind ? history.edits.filter((edit) => !isMoveOfInputs(edit)) : history.edits,
    };
  });
}

const isSort = ({ does }: HardEdit): boolean => does === 'sort';
const isMoveOfInputs = ({ does }: HardEdit): boolean => does === 'sortInputs' || does === 'shiftInputs';

const isOfCompanies = (adds: HardHistory['adds']): boolean => adds === 'name' || adds === 'status';

export const ADDS = {
  name: [{ adds: 'company', field: 'name' }],
  status: [{ adds: 'company', field: 'name' }, { adds: 'status' }],
  partners: [{ adds: 'partners', field: 'name', type: null }],
  profile: [
    { adds: 'company', field: 'name' },
    { adds: 'partners', field: 'count', type: null },
    { adds: 'partners', field: 'name', type: null },
  ],
  typed: [{ adds: 'partners', field: 'name', type: 'technology' }],
  shared: [{ adds: 'sharedPartners', company: 'company-2.example', field: 'name' }],
} as const;

/** A short one, of what it does not say. */
export const history = (given: Partial<HardHistory>): HardHistory => ({
  companies: [1],
  areMails: false,
  mode: 'onlyEmpty',
  adds: 'name',
  limit: null,
  edits: [],
  faults: [],
  closings: [],
  ...given,
});

/** A panel that is closed once, after so many steps. */
export const closed = (after: number): HardHistory['closings'] => [{ after, isForgotten: false, days: 0 }];
