import { gatherWaiting, toRecalculated } from '../../../../shared/functions/prices/waiting-formulas';
import { storeKey, toStored } from '../../../../shared/lookup/cache';
import { runSync } from '../../../../shared/task';

const NOW_MS = 1_790_000_040_000;
const PAYER = { id: 'p', keyId: '', keyClass: 'user', readsLists: true } as const;
/** A list of which a limit let one row of five through. */
const CUT = {
  company: { name: 'Stripe', slug: 'stripe', domain: 'stripe.com' },
  count: 5,
  partners: [{ name: 'GitHub', domain: 'github.com', slug: 'github', type: null, rest: {} }],
  isListed: true,
  isPartial: true,
};

const company = (domain: string) =>
  ({ formula: `=TRACE_COMPANY("${domain}")`, id: 'TRACE_COMPANY', args: [domain] }) as const;
const partners = (domain: string) =>
  ({ formula: `=TRACE_PARTNERS("${domain}")`, id: 'TRACE_PARTNERS', args: [domain] }) as const;

const [A, B] = [company('a.example'), company('b.example')];
const UNREAD = '=TRACE_COMPANY(INDIRECT("A2"))';
const FIRST = { formulas: [A.formula, UNREAD, A.formula], known: [A, A], whole: new Set([A.formula]) };
const SECOND = { formulas: [B.formula, UNREAD], known: [B], whole: new Set([B.formula]) };

/** The cells of all sheets are one question of the cache for each kind of list. */
function gather(sheets: Parameters<typeof gatherWaiting>[0]) {
  const text = toStored('stripe.com', { is: 'found', record: CUT, asOfMs: NOW_MS })!;
  return runSync(gatherWaiting(sheets, PAYER), {
    cacheGet: () => new Map([[storeKey('p', 'partners', 'stripe.com'), text]]),
    now: () => NOW_MS,
  });
}

it('recalculated formulas in all sheets are counted by cell: how many, their calls, and how many are unreadable', () => {
  expect(toRecalculated([FIRST, SECOND])).toEqual({ cells: 5, known: [A, A, B], unread: 2, unseen: [], cut: [] });
});

it('no sheet has nothing to recalculate', () => {
  expect(toRecalculated([])).toEqual({ cells: 0, known: [], unread: 0, unseen: [], cut: [] });
});

it('what waits is gathered from all sheets, with formulas that may wait unseen', () => {
  const [c, d] = [company('c.example'), company('d.example')];
  const { cells, known, unread, unseen } = gather([
    { ...FIRST, unseen: [c], lists: [] },
    { ...SECOND, unseen: [d], lists: [] },
  ]);
  expect({ cells, known, unread, unseen }).toEqual({ cells: 5, known: [A, A, B], unread: 2, unseen: [c, d] });
});

it('of the lists that are shown, those that a limit cut wait, whichever sheet they are in', () => {
  const { cut, cutFormulas } = gather([
    { ...FIRST, unseen: [], lists: [partners('github.com')] },
    { ...SECOND, unseen: [], lists: [partners('stripe.com')] },
  ]);
  expect({ cut: cut.map(({ lookups }) => lookups), cutFormulas: [...cutFormulas] }).toEqual({
    cut: [[expect.objectContaining({ kind: 'partners', identifiers: ['stripe.com'] })]],
    cutFormulas: ['=TRACE_PARTNERS("stripe.com")'],
  });
});
