import type { Exchange } from '../../../shared/client/exchange';
import type { Act } from '../../fakes/case-acts';
import { testCases, type Case } from '../../fakes/enrich-cases';
import { companies, type Network, type Wanted } from '../../fakes/run-case';

const SMALL = [['domain'], ...companies(2)];
const SHARED: Wanted = { adds: [{ adds: 'sharedPartners', company: 'stripe.com', field: 'count' }] };
const SHARED_TITLE = 'Shared partner count with stripe.com';
const SHOPS = [['domain'], ['shopify.com'], ['hubspot.com']];

const answeredBy =
  (status: number, detail: string): Network =>
  async (): Promise<Exchange> => ({
    ok: true,
    response: { status, retryAfter: null, text: JSON.stringify({ detail }) },
  });
const usual: Network = (send) => send();

/** Companies' own records do not say how many partners they have. */
const withoutCounts: Network = async (send, _nth, { operation }) => {
  const exchange = await send();
  if (!exchange.ok || !operation.startsWith('companies.')) return exchange;
  const text = exchange.response.text.replaceAll(/"partnership_count":\d+/g, '"partnership_count":null');
  return { ok: true, response: { ...exchange.response, text } };
};

/** A pause before the first block, for whatever reason, and an undo once it was resumed. */
const pausedEarly = (reason: string, before: readonly Act[], limit: Wanted, end: string, rest?: number): Case => ({
  name: `an undo takes title, style and width away although the enrichment was paused before its first answer: ${reason}`,
  cells: SMALL,
  acts: [...before, { run: limit }, { service: usual }, { resume: rest === undefined ? {} : { rest } }, 'undo'],
  ends: [end, 'done', 'undone 2'],
  isAsBefore: true,
});

/** Pauses, limits, and pages that close, wake up or take over. */
testCases([
  {
    name: 'a page that was closed once its titles stood',
    cells: SMALL,
    acts: [{ does: 'close the page', before: 'request' }, { run: {} }, { resume: {} }, 'undo'],
    ends: ['closed', 'done', 'undone 2'],
    isFilled: true,
    used: [2, 2, null],
    isAsBefore: true,
  },
  {
    name: 'shared partners with a company whose record counts none of its partners cost what they cost with a count',
    cells: SHOPS,
    acts: [{ service: withoutCounts }, { run: { ...SHARED, limit: 100_000 } }],
    ends: ['done'],
    shows: { 0: ['domain', SHARED_TITLE], 1: ['shopify.com', 21], 2: ['hubspot.com', 17] },
    used: [132],
  },
  {
    name: 'under a limit that its partners exceed, a credit tells how many there are, and a higher limit goes on',
    cells: SHOPS,
    acts: [{ service: withoutCounts }, { run: { ...SHARED, limit: 20 } }, { resume: { rest: 100_000 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 0: ['domain', SHARED_TITLE], 1: ['shopify.com', 21], 2: ['hubspot.com', 17] },
    used: [2, 132],
  },
  pausedEarly('no credits', [{ service: answeredBy(402, 'Insufficient credits') }], {}, 'paused creditsOut'),
  pausedEarly('a refused key', [{ service: answeredBy(401, 'Invalid API key') }], {}, 'paused keyRefused'),
  pausedEarly('a limit of 0', [], { limit: 0 }, 'paused runCapReached', 10),
  pausedEarly('Pause', ['press Pause'], {}, 'paused'),
  {
    name: 'a page that wakes up between its save and its write, after another one’s undo, writes nothing',
    cells: SMALL,
    acts: [{ does: 'undo on another page', before: 'write' }, { run: {} }],
    ends: ['paused runElsewhere'],
    used: [null],
    isAsBefore: true,
  },
  {
    name: 'a page that another one has taken over writes and asks for nothing more',
    cells: [['domain'], ...companies(2_000)],
    acts: [{ does: 'resume on another page', before: 'write', nth: 2 }, { run: {} }],
    ends: ['paused runElsewhere'],
    isFilled: true,
    used: [2_000],
    counts: [2_000, 0],
  },
  {
    name: 'who resumes or undoes what someone else has undone is told that',
    cells: SMALL,
    acts: ['press Pause', { run: {} }, 'undo', { resume: {} }, 'undo'],
    ends: ['paused', 'undone 0', 'refused runGone', 'refused runGone'],
    isAsBefore: true,
  },
]);
