import { TraceError } from '../../../shared/errors/trace-error';
import { NOTHING_YET, WaitingLookup } from '../../../shared/lookup/waiting-company';
import type { LookupOutcome, ReadOutcome } from '../../../shared/records/outcome';

const FOUND: LookupOutcome = { is: 'found', record: { name: 'A' }, asOfMs: 5, text: '{"name":"A"}' };
const FAILED: LookupOutcome = { is: 'failed', error: new TraceError('unreachable', {}) };
const NAME = { read: (record: object) => [{ is: 'one' as const, cell: String(Object.values(record)[0]) }] };

/** A lookup of these companies, and its result. */
function makeLookup(outcomes: readonly (readonly [string, LookupOutcome])[], wish: object = NAME) {
  const done: [string, LookupOutcome | ReadOutcome][][] = [];
  const known = new Map<string, LookupOutcome | ReadOutcome>(outcomes);
  const lookup = new WaitingLookup(
    'company',
    { maxAgeMs: 10, isAgeAsked: true, ...wish },
    known,
    outcomes.length,
    (taken) => done.push([...taken]),
  );
  return { lookup, done };
}

test('is done once, when the last one has ended, in the order in which it asked', () => {
  const { lookup, done } = makeLookup([
    ['a.com', NOTHING_YET],
    ['b.com', NOTHING_YET],
  ]);
  lookup.take('b.com', { is: 'notTracked', asOfMs: 6 }, false);
  lookup.end();
  expect(done).toEqual([]);
  lookup.take('a.com', FOUND, false);
  lookup.end();
  expect(done).toEqual([
    [
      ['a.com', { is: 'read', fields: [{ is: 'one', cell: 'A' }], asOfMs: 5 }],
      ['b.com', { is: 'notTracked', asOfMs: 6 }],
    ],
  ]);
});

test.each<[string, LookupOutcome, LookupOutcome]>([
  ['a known answer stays where the new one failed', { is: 'notTracked', asOfMs: 1 }, { is: 'notTracked', asOfMs: 1 }],
  ['a failure is told where nothing is known', NOTHING_YET, FAILED],
])('%s', (_what, known, told) => {
  const { lookup, done } = makeLookup([['a.com', known]]);
  lookup.take('a.com', FAILED, false);
  lookup.end();
  expect(done).toEqual([[['a.com', told]]]);
});

test('a record that is gone is read from its text', () => {
  const { lookup, done } = makeLookup([['a.com', NOTHING_YET]]);
  lookup.take('a.com', { ...FOUND, record: {} }, true);
  lookup.end();
  expect(done).toEqual([[['a.com', { is: 'read', fields: [{ is: 'one', cell: 'A' }], asOfMs: 5 }]]]);
});

test('a text that is damaged is told', () => {
  const { lookup, done } = makeLookup([['a.com', NOTHING_YET]]);
  lookup.take('a.com', { is: 'found', record: {}, asOfMs: 5, text: '{"name":' }, true);
  lookup.end();
  expect(done).toMatchObject([[['a.com', { is: 'failed', error: { code: 'unreadable' } }]]]);
});

test.each<[string, LookupOutcome, object]>([
  [
    'a list that was not read to its end',
    { ...FOUND, record: { rows: [], isList: true, about: {}, isPartial: true } },
    NAME,
  ],
  ['any record, where nothing of it is asked for', FOUND, {}],
  [
    'a record that cannot be read',
    FOUND,
    {
      read: () => {
        throw new Error('damaged');
      },
    },
  ],
])('%s is passed on as a copy', (_what, outcome, wish) => {
  const { lookup, done } = makeLookup([['a.com', NOTHING_YET]], wish);
  lookup.take('a.com', outcome, false);
  lookup.end();
  expect(done).toEqual([[['a.com', outcome]]]);
  expect(done[0]![0]![1]).not.toBe(outcome);
});
