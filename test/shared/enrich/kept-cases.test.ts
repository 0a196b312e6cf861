import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { Exchange } from '../../../shared/client/exchange';
import { companies, RunCase, type Network, type Step, type Wanted } from '../../fakes/run-case';
import type { Ended } from '../../fakes/ended';

/**
 * Enrichments that went wrong once, a row each: what people and the service do in order, and what the sheet shows in the
 * end. A row names nothing of how an enrichment works inside.
 */
interface Case {
  readonly name: string;
  readonly cells: readonly (readonly GridValue[])[];
  readonly acts: readonly Act[];
  /** How each start, resumption and undo ended. */
  readonly ends: readonly string[];
  /** The rows that are looked at, by number from 0, and all of their cells. */
  readonly shows: Readonly<Record<number, readonly GridValue[]>>;
  /** Whether the columns look as before the enrichment; unless told, nobody asks. */
  readonly looksAsBefore?: boolean;
  /** The credits that are said to be used at the end of each start and resumption; the last is what the service took. */
  readonly used?: readonly number[];
  /** Rows that are found, and filled by someone else. */
  readonly counts?: readonly [found: number, filled: number];
}

type Act =
  | { readonly run: Wanted }
  | { readonly resume: { readonly rest?: number } }
  | 'undo'
  | 'press Pause'
  /** From now on. */
  | { readonly service: Network }
  /** Once, right before the next such step. */
  | { readonly types: GridValue; readonly row: number; readonly column: number; readonly before: Step };

const NO_CREDITS: Exchange = {
  ok: true,
  response: { status: 402, retryAfter: null, text: '{"detail":"Insufficient credits"}' },
};
const WRONG_KEY: Exchange = {
  ok: true,
  response: { status: 401, retryAfter: null, text: '{"detail":"Invalid API key"}' },
};
const usual: Network = (send) => send();
const answering =
  (exchange: Exchange): Network =>
  async () =>
    exchange;

/** Companies' own records do not say how many partners they have. */
const withoutCounts: Network = async (send, _nth, { operation }) => {
  const exchange = await send();
  if (!exchange.ok || !operation.startsWith('companies.')) return exchange;
  const text = exchange.response.text.replaceAll(/"partnership_count":\d+/g, '"partnership_count":null');
  return { ok: true, response: { ...exchange.response, text } };
};

const OTHERS = companies(1_001, 2).map(([domain = '']) => [domain, 'old']);
const SHARED: Wanted = { adds: [{ adds: 'sharedPartners', company: 'stripe.com', field: 'count' }] };
const SHARED_TITLE = 'Shared partner count with stripe.com';
const ONE_NAME = { cells: [['domain'], ...companies(2)], shows: { 0: ['domain', ''], 2: ['company-2.example', ''] } };

/** A pause before the first block, for whatever reason, and an undo once it was resumed. */
const pausedEarly = (
  name: string,
  wanted: Wanted,
  before: readonly Act[],
  end: string,
  after: readonly Act[],
): Case => ({
  ...ONE_NAME,
  name: `an undo takes title, style and width away although the enrichment was paused before its first answer: ${name}`,
  acts: [...before, { run: wanted }, ...after, 'undo'],
  ends: [end, 'done', 'undone 2'],
  looksAsBefore: true,
});

const CASES: readonly Case[] = [
  {
    name: 'shared partners with a company whose record counts none of its partners cost what they cost with a count',
    cells: [['domain'], ['shopify.com'], ['hubspot.com']],
    acts: [{ service: withoutCounts }, { run: { ...SHARED, limit: 100_000 } }],
    ends: ['done'],
    shows: { 0: ['domain', SHARED_TITLE], 1: ['shopify.com', 21], 2: ['hubspot.com', 17] },
    used: [132],
  },
  {
    name: 'under a limit that its partners exceed, a credit tells how many there are, and a higher limit goes on',
    cells: [['domain'], ['shopify.com'], ['hubspot.com']],
    acts: [{ service: withoutCounts }, { run: { ...SHARED, limit: 20 } }, { resume: { rest: 100_000 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 0: ['domain', SHARED_TITLE], 1: ['shopify.com', 21], 2: ['hubspot.com', 17] },
    used: [2, 132],
  },
  {
    name: 'a value typed into a row that an overwriting enrichment has not reached stays and is listed',
    cells: [['domain', 'Company'], ['company-1.example', 'old'], ...OTHERS],
    acts: [
      { types: 'mine', row: 1_002, column: 1, before: 'write' },
      { run: { where: 'sameTitles', mode: 'overwrite', limit: 2_000 } },
    ],
    ends: ['done'],
    shows: { 1: ['company-1.example', 'Company 1'], 1_002: ['company-1002.example', 'mine'] },
    // Its company was asked for while the rows before it were written.
    used: [1_002],
    counts: [1_001, 1],
  },
  {
    name: 'rows of one company that held different values, and that nothing tells apart, are left and listed: undo could not tell which value stood where',
    cells: [['domain', 'Company'], ['company-1.example', 'a'], ...OTHERS, ['company-1.example', 'b']],
    acts: [
      { types: 'a', row: 1_003, column: 1, before: 'write' },
      { run: { where: 'sameTitles', mode: 'overwrite', limit: 2_000 } },
    ],
    ends: ['done'],
    shows: { 1: ['company-1.example', 'a'], 1_003: ['company-1.example', 'a'] },
    counts: [1_001, 0],
  },
  pausedEarly('no credits', {}, [{ service: answering(NO_CREDITS) }], 'paused creditsOut', [
    { service: usual },
    { resume: {} },
  ]),
  pausedEarly('a refused key', {}, [{ service: answering(WRONG_KEY) }], 'paused keyRefused', [
    { service: usual },
    { resume: {} },
  ]),
  pausedEarly('a limit of 0', { limit: 0 }, [], 'paused runCapReached', [{ resume: { rest: 10 } }]),
  pausedEarly('Pause', {}, ['press Pause'], 'paused', [{ resume: {} }]),
];

test.each(CASES)('$name', async ({ cells, acts, ends, shows, looksAsBefore, used, counts }) => {
  const played = new RunCase(cells);
  // A title like this is what new columns are made to look like.
  played.grid.looks.set(0, 0, { style: ['bold', '#ffffff', '#336699'], width: 100 });
  const looks = played.grid.looks.at(0, 1);
  // In Excel and Google Sheets a title leaves the format of its cell as it was; this sheet keeps only that of texts.
  played.grid.at(0, 1).format = '@';
  const ended: { readonly is: string; readonly end?: Ended }[] = [];
  for (const act of acts) ended.push(...(await perform(played, act)));
  expect(ended.map(({ is }) => is)).toEqual(ends);
  const shown = Object.keys(shows).map((row) => [row, played.grid.values()[Number(row)]]);
  expect(Object.fromEntries(shown)).toEqual(shows);
  if (looksAsBefore === true) expect(played.grid.looks.at(0, 1)).toEqual(looks);
  if (used !== undefined) {
    expect(ended.map(({ end }) => end?.enrichment.spent.used)).toEqual(used);
    expect(await played.charged()).toBe(used[used.length - 1]);
  }
  const summary = ended[ended.length - 1]?.end?.summary;
  if (counts !== undefined) expect([summary?.found, summary?.filled.length]).toEqual(counts);
});

async function perform(played: RunCase, act: Act): Promise<readonly { readonly is: string; readonly end?: Ended }[]> {
  if (act === 'undo') return [{ is: `undone ${(await played.undo()).restored}` }];
  if (act === 'press Pause') played.grid.wish = 'pause';
  else if ('service' in act) played.network = act.service;
  else if ('types' in act) typeBefore(played, act);
  else {
    const end = 'run' in act ? await played.run(act.run) : await played.resume(act.resume);
    played.grid.wish = 'goOn';
    return [{ is: end.why === null ? end.is : `${end.is} ${end.why.code}`, end }];
  }
  return [];
}

function typeBefore(
  played: RunCase,
  { types, row, column, before }: Extract<Act, { readonly types: GridValue }>,
): void {
  played.before = (step) => {
    if (step !== before) return;
    played.before = () => undefined;
    played.grid.at(row, column).value = types;
  };
}
