import { findSaved } from '../../../../shared/functions/column/saved-formulas';
import { addShown } from '../../../../shared/lookup/shown-answers';
import { storeKey, toStored } from '../../../../shared/lookup/cache';
import { runSync } from '../../../../shared/task';

/** Which formulas need no new answer when they are recalculated. */

const NOW_MS = 1_790_000_040_000;
const DAY_MS = 86_400_000;
const PAYER = { id: 'p', keyId: '', keyClass: 'user', readsLists: true } as const;
const A = { formula: '=TRACE_COMPANY(A2,"name")', id: 'TRACE_COMPANY', args: ['a.example', 'name'] } as const;
const B = { formula: '=TRACE_COMPANY(A3,"name")', id: 'TRACE_COMPANY', args: ['b.example', 'name'] } as const;
const PAIR = { formula: '=TRACE_PARTNERED(A2,A3)', id: 'TRACE_PARTNERED', args: ['a.example', 'b.example'] } as const;

const record = { name: 'A', primary_domain: 'a.example' };
const stored = (ageMs: number): ReadonlyMap<string, string> =>
  new Map([
    [storeKey('p', 'company', 'a.example'), toStored('a.example', { is: 'found', record, asOfMs: NOW_MS - ageMs })!],
  ]);

function find(
  known: Parameters<typeof findSaved>[0]['known'],
  cache: ReadonlyMap<string, string> = stored(0),
  shownText = '',
  whole = new Set(known.map(({ formula }) => formula)),
): readonly string[] {
  return [
    ...runSync(findSaved({ known, whole }, PAYER, shownText), {
      cacheGet: ({ keys }) => new Map([...cache].filter(([key]) => keys.includes(key))),
      now: () => NOW_MS,
    }),
  ];
}

it('one whose company the cache has, and none beside it', () => {
  expect(find([A, B])).toEqual([A.formula]);
});

it('none that names a company besides that the cache lacks', () => {
  expect(find([A, { ...B, formula: A.formula }])).toEqual([]);
});

it('none with a call that cannot be read', () => {
  expect(find([A], stored(0), '', new Set())).toEqual([]);
});

it('one whose answer is older than 30 days, since that is shown until a person asks for another', () => {
  expect(find([A], stored(31 * DAY_MS))).toEqual([A.formula]);
});

it('one whose answer the document keeps though the cache has lost it', () => {
  const answer = { signature: '["TRACE_COMPANY","name",""]', key: 'a.example', asOfMs: NOW_MS, lines: [['A']] };
  const shownText = addShown('', 'p', [answer], 10_000);
  expect(find([A], new Map(), shownText)).toEqual([A.formula]);
});

it('none whose questions follow from an unknown answer', () => {
  expect(find([PAIR], new Map())).toEqual([]);
});
