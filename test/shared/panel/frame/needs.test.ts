import type { KeyStatus } from '../../../../shared/client/key';
import { toNeeds, toDoubt, toNews, type Situation } from '../../../../shared/panel/frame/needs';
import type { SpendingStatus } from '../../../../shared/panel/protocol';
import { UNKNOWN_KEY, type KeyState } from '../../../../shared/panel/state/key-state';
import { nextSpendingState, UNKNOWN_SPENDING, type SpendingState } from '../../../../shared/panel/state/spending-state';

describe('needs', () => {
  const KEY: KeyStatus = { hasKey: true, masked: 'trace_…demo', keyClass: 'user', account: 'acc1', standing: 'works' };
  const STATUS: SpendingStatus = {
    policy: { mode: 'daily', limit: 500 },
    ownerLimit: null,
    formulasToday: 500,
    runsToday: 0,
    waiting: { cells: 833, credits: 833, isLeast: false },
  };

  const needs = (facts: Partial<Situation>): readonly string[] =>
    toNeeds({
      key: KEY,
      status: null,
      stage: { is: 'opening' },
      retry: null,
      oldAnswers: 0,
      tab: 'settings',
      ...facts,
    }).map(({ text, button }) => `${text} [${button}]`);

  it('nothing needs a person where all is well', () => {
    expect(needs({ stage: { is: 'free', undone: null } })).toEqual([]);
  });

  it('cells that wait at the daily limit can be fetched, never retried', () => {
    expect(needs({ status: STATUS })).toEqual([
      '833 cells are waiting. The daily limit of 500 credits is reached. [Fetch 833 cells (up to 833 credits)]',
    ]);
  });

  it('a limit that its owner has not confirmed can be kept, once', () => {
    const status = { ...STATUS, formulasToday: 0, waiting: { cells: 0, credits: 0, isLeast: false } };
    const ask = (unconfirmed: SpendingStatus['policy'], tab: Situation['tab'] = 'enrich'): readonly string[] =>
      needs({ status: { ...status, unconfirmed }, tab });
    expect([
      ask({ mode: 'daily', limit: 5_000 }),
      ask({ mode: 'freely' }),
      ask({ mode: 'freely' }, 'settings'),
    ]).toEqual([
      ['Formulas stop at 500 credits a day until you confirm 5,000. [Keep 5,000]'],
      ['Formulas stop at 500 credits a day until you confirm that they may spend freely. [Keep no limit]'],
      [],
    ]);
  });

  it('cells that another user must fetch are shown, and offered to no one', () => {
    expect(needs({ status: { ...STATUS, isOthers: true } })).toEqual([
      "833 cells are waiting. Only the file's owner can fetch these. [Review]",
    ]);
  });

  it("cells that the user's own limit rules out today are shown, and not offered", () => {
    expect(needs({ status: { ...STATUS, ownerLimit: STATUS.formulasToday } })).toEqual([
      '833 cells are waiting. Your own daily limit is reached. [Review]',
    ]);
  });

  it('cells of an unknown price are shown before anything is fetched', () => {
    const waiting = { cells: 1, credits: 1, isLeast: true };
    expect(needs({ status: { ...STATUS, waiting } })).toEqual([
      '1 cell is waiting. The daily limit of 500 credits is reached. [Review]',
    ]);
  });

  it('the most urgent comes first, and the others follow', () => {
    expect(
      needs({
        key: { ...KEY, standing: 'refused' },
        status: { ...STATUS, policy: { mode: 'onRequest' } },
        stage: { is: 'damaged' },
        retry: {},
        tab: 'enrich',
      }),
    ).toEqual([
      'Trace refused your API key. [Replace key]',
      '833 cells are waiting. Formulas wait for your approval. [Fetch 833 cells (up to 833 credits)]',
      'Cells that needed a key or approval can get answers now. [Retry problems]',
    ]);
  });

  it.each([
    ['activity', ['The record of an enrichment is damaged. [Review]']],
    [
      'enrich',
      ['833 cells are waiting. The daily limit of 500 credits is reached. [Fetch 833 cells (up to 833 credits)]'],
    ],
  ] as const)('what the tab %s shows itself is left out', (tab, left) => {
    expect(needs({ status: STATUS, stage: { is: 'damaged' }, tab })).toEqual(left);
  });

  it.each([
    [3, 'Cells that needed a key or approval can get answers now. [Retry problems (up to 3 credits)]'],
    [0, 'Cells that needed a key or approval can get answers now. [Retry problems]'],
    [
      null,
      'Cells that needed a key or approval can get answers now. Some prices are only known after paying. [Retry problems]',
    ],
  ])('a retry that costs %p credits at most says so before it is chosen', (credits, said) => {
    expect(needs({ retry: { credits } })).toEqual([said]);
  });
});

describe('frame news', () => {
  const STATUS: SpendingStatus = {
    policy: { mode: 'daily', limit: 500 },
    ownerLimit: null,
    formulasToday: 500,
    runsToday: 0,
    waiting: { cells: 3_000, credits: 3_000, isLeast: false },
  };
  const told = (fetching: number, cells: number) =>
    ({
      is: 'told',
      answer: { ok: true, value: { ...STATUS, fetching, waiting: { cells, credits: cells, isLeast: false } } },
    }) as const;

  /** A user has let 3,000 cells fetch, and 1,200 are left. */
  const FETCHING = [told(0, 3_000), { is: 'fetching' } as const, told(3_000, 0), told(1_200, 0)].reduce<SpendingState>(
    nextSpendingState,
    UNKNOWN_SPENDING,
  );
  const NOTHING = { keys: UNKNOWN_KEY, spending: UNKNOWN_SPENDING, before: '', tab: 'enrich' } as const;

  it('what is left of the cells that are fetched is said on every tab but the one that shows it', () => {
    expect([
      toNews({ ...NOTHING, spending: FETCHING }),
      toNews({ ...NOTHING, spending: FETCHING, tab: 'settings', before: 'Everything is removed.' }),
      toNews({ ...NOTHING, spending: FETCHING, tab: 'activity' }),
    ]).toEqual(['Fetching 3,000 cells… 1,200 left.', 'Fetching 3,000 cells… 1,200 left.', '']);
  });

  it('nothing is said of cells that calculate by themselves', () => {
    expect(toNews({ ...NOTHING, spending: nextSpendingState(UNKNOWN_SPENDING, told(12, 0)) })).toBe('');
  });

  it('a key that was saved is said to be, with why it may not work, but where keys are set', () => {
    const keys: KeyState = {
      key: { hasKey: true, masked: 'trace_…demo', keyClass: 'user', account: 'acc1', standing: 'untested' },
      ...{ errand: null, isReplacing: false, done: 'saved' },
      problem: { sentence: 'Trace could not be reached.', isOfField: false },
    };
    const before = 'Everything is removed.';
    expect({ news: toNews({ ...NOTHING, keys, before }), doubt: toDoubt(keys, 'enrich') }).toEqual({
      news: expect.stringContaining('Saved. '),
      doubt: 'Trace could not be reached.',
    });
    expect({ news: toNews({ ...NOTHING, keys, tab: 'settings' }), doubt: toDoubt(keys, 'settings') }).toEqual({
      news: '',
      doubt: '',
    });
    expect([toNews({ ...NOTHING, before }), toNews({ ...NOTHING, keys, before, tab: 'settings' })]).toEqual([
      before,
      '',
    ]);
  });
});
