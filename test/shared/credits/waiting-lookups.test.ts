import { TraceError } from '../../../shared/errors/trace-error';
import type { Grant, SpendRequest } from '../../../shared/credits/ledger';
import { priceOfOne } from '../../../shared/credits/prices';
import { hasCutLists, WaitingLookups, waitingStatus } from '../../../shared/credits/waiting-lookups';

const WAITS = new TraceError('waitsForConsent', { credits: 1 });
const request = (more: Partial<SpendRequest> = {}): SpendRequest => ({
  kind: 'company',
  needed: ['a.com', 'b.com'],
  ifFree: [],
  ...more,
});
const grant = (granted: readonly string[], refused: readonly string[], error: TraceError = WAITS): Grant => ({
  granted,
  refused: new Map(refused.map((each) => [each, error])),
  credits: granted.length,
});

it('counts each refused lookup once, until it is granted', () => {
  const waiting = new WaitingLookups();
  waiting.note(request(), grant([], ['a.com', 'b.com']));
  waiting.note(request(), grant([], ['a.com', 'b.com']));
  const both = waitingStatus(waiting);
  waiting.note(request(), grant(['a.com'], []));
  expect({ both, status: waitingStatus(waiting) }).toEqual({
    both: { cells: 2, credits: 2, isLeast: false },
    status: { cells: 1, credits: 1, isLeast: false },
  });
});

it.each([
  ['of a run', request({ isRun: true }), WAITS],
  ['that no word of a person would change', request(), new TraceError('partnerCategoriesUntold', { why: 'limit' })],
])('does not count what is refused %s', (_name, asked, error) => {
  const waiting = new WaitingLookups();
  waiting.note(asked, grant([], ['a.com'], error));
  expect(waitingStatus(waiting).cells).toBe(0);
});

it('says that the price of a list that was never read, or was cut, is unknown', () => {
  const waiting = new WaitingLookups();
  waiting.note(request({ kind: 'partners' }), grant([], ['a.com']));
  const unread = [waitingStatus(waiting), hasCutLists(waiting)];
  const read = new Map([['a.com', { rows: 3, total: 26 }]]);
  waiting.note(request({ kind: 'partners', read }), grant([], ['a.com']));
  expect({ unread, status: waitingStatus(waiting), hasCutLists: hasCutLists(waiting) }).toEqual({
    unread: [{ cells: 1, credits: 1, isLeast: true }, false],
    status: { cells: 1, credits: 26, isLeast: false },
    hasCutLists: true,
  });
});

it.each([
  [
    { rows: 3, total: 26 },
    { credits: 26, isLeast: false },
  ],
  [
    { rows: 3, total: 100 },
    { credits: 100, isLeast: false },
  ],
  // Whole pages, as they are granted.
  [
    { rows: 100, total: 140 },
    { credits: 200, isLeast: false },
  ],
  [
    { rows: 3, total: null },
    { credits: 4, isLeast: true },
  ],
  [
    { rows: 100, total: null },
    { credits: 200, isLeast: true },
  ],
  // A count that the list has passed.
  [
    { rows: 30, total: 26 },
    { credits: 31, isLeast: false },
  ],
])('a list of which %j is there is priced %j', (part, price) => {
  expect(priceOfOne('partners', 'a.com', part)).toEqual(price);
});
