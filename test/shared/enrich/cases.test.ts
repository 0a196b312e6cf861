import type { Exchange } from '../../../shared/client/exchange';
import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { digestOf } from '../../../shared/enrich/reading';
import type { RecordRow } from '../../../shared/enrich/sheet/ports';
import { perform, type Act, type Ended } from '../../fakes/case-acts';
import { companies, RunCase, type Network, type Wanted } from '../../fakes/run-case';

/**
 * Enrichments that went wrong once, a row each: what users and the service do in order, and the result. A row
 * mentions nothing of how an enrichment works inside.
 */
interface Case {
  readonly name: string;
  readonly cells: readonly (readonly GridValue[])[];
  readonly acts: readonly Act[];
  /** How each start, resumption and undo ended. */
  readonly ends: readonly string[];
  /** Rows, by number from 0, and all of their cells, in the end. */
  readonly shows?: Readonly<Record<number, readonly GridValue[]>>;
  /** Whether each row has its company's name beside it at the last end before an undo. */
  readonly isFilled?: true;
  /**
   * Whether the sheet is as it was before: its cells, in whatever order users have left the rows, and the style of
   * its columns.
   */
  readonly isAsBefore?: true;
  /** The credits that are said to be used at each end; the last is what the service took. */
  readonly used?: readonly (number | null)[];
  /** Rows that are found, and filled by someone else, at the last end. */
  readonly counts?: readonly [found: number, filled: number];
}

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

const ONE = 'company-1.example';
const TWO = 'company-2.example';
const SMALL = [['domain'], ...companies(2)];
const OTHERS = companies(1_001, 2).map(([domain = '']) => [domain, 'old']);
const OVERWRITE: Wanted = { where: 'sameTitles', mode: 'overwrite', limit: 2_000 };
const ONLY_EMPTY: Wanted = { where: 'sameTitles', mode: 'onlyEmpty' };
const SHARED: Wanted = { adds: [{ adds: 'sharedPartners', company: 'stripe.com', field: 'count' }] };
const SHARED_TITLE = 'Shared partner count with stripe.com';
const SHOPS = [['domain'], ['shopify.com'], ['hubspot.com']];

/** So many rows of so many companies, in turn. */
const contacts = (rows: number, of: number): readonly (readonly string[])[] => [
  ['domain'],
  ...Array.from({ length: rows }, (_row, at) => [`company-${1 + (at % of)}.example`]),
];

/** A pause before the first block, for whatever reason, and an undo once it was resumed. */
const pausedEarly = (reason: string, before: readonly Act[], limit: Wanted, end: string, rest?: number): Case => ({
  name: `an undo takes title, style and width away although the enrichment was paused before its first answer: ${reason}`,
  cells: SMALL,
  acts: [...before, { run: limit }, { service: usual }, { resume: rest === undefined ? {} : { rest } }, 'undo'],
  ends: [end, 'done', 'undone 2'],
  isAsBefore: true,
});

const withoutAnswers = (record: readonly RecordRow[]): readonly RecordRow[] =>
  record.filter(([what]) => what !== 'answer');
const withAnswer =
  (company: string, written: string, outcome = 'found') =>
  (record: readonly RecordRow[]): readonly RecordRow[] => [
    ...record,
    ['answer', JSON.stringify(company), outcome, digestOf(written), ''],
  ];

const CASES: readonly Case[] = [
  {
    name: '1,001 companies and the first one again, reversed while they are filled',
    cells: [['domain'], ...companies(1_001), [ONE]],
    acts: [{ does: 'reverse the rows', before: 'write', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 1002'],
    isFilled: true,
    used: [1_001, null],
    isAsBefore: true,
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted once',
    cells: contacts(3_000, 1_500),
    acts: [{ does: 'sort the rows', before: 'write', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 3000'],
    isFilled: true,
    used: [1_500, null],
    isAsBefore: true,
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted at a limit that is raised then',
    cells: contacts(3_000, 1_500),
    acts: [{ run: { limit: 750 } }, { does: 'sort the rows' }, { resume: { rest: 750 } }, 'undo'],
    ends: ['paused runCapReached', 'done', 'undone 3000'],
    isFilled: true,
    used: [750, 1_500, null],
    isAsBefore: true,
  },
  {
    name: '12,000 rows of 10 companies, paused and reversed',
    cells: contacts(12_000, 10),
    acts: ['press Pause', { run: {} }, { does: 'reverse the rows' }, { resume: {} }, 'undo'],
    ends: ['paused', 'done', 'undone 12000'],
    isFilled: true,
    used: [0, 10, null],
    isAsBefore: true,
  },
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
  {
    name: 'a value typed into a row that an overwriting enrichment has not reached stays and is listed',
    cells: [['domain', 'Company'], [ONE, 'old'], ...OTHERS],
    acts: [{ does: { types: 'mine', row: 1_002, column: 1 }, before: 'write' }, { run: OVERWRITE }],
    ends: ['done'],
    shows: { 1: [ONE, 'Company 1'], 1_002: ['company-1002.example', 'mine'] },
    // Its company was asked for while the rows before it were written.
    used: [1_002],
    counts: [1_001, 1],
  },
  {
    name: 'rows of one company that held different values, and that nothing tells apart, are left and listed: undo could not tell which value stood where',
    cells: [['domain', 'Company'], [ONE, 'a'], ...OTHERS, [ONE, 'b']],
    acts: [{ does: { types: 'a', row: 1_003, column: 1 }, before: 'write' }, { run: OVERWRITE }],
    ends: ['done'],
    shows: { 1: [ONE, 'a'], 1_003: [ONE, 'a'] },
    counts: [1_001, 0],
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
  {
    name: 'a cell that is merged between reading and writing gets its answer, and loses it again',
    cells: SMALL,
    acts: [{ does: { makes: 'merged', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 2'],
    isAsBefore: true,
  },
  {
    name: 'a value that becomes rich text between reading and overwriting comes back with the undo',
    cells: [
      ['domain', 'Company'],
      [ONE, 'old'],
      [TWO, 'old'],
    ],
    acts: [{ does: { makes: 'rich', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: OVERWRITE }, 'undo'],
    ends: ['done', 'undone 2'],
    isAsBefore: true,
  },
  {
    name: 'a cell that is formatted between reading and writing gets its answer, and loses it again',
    cells: SMALL,
    acts: [{ does: { makes: 'formatted', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 2'],
    isFilled: true,
  },
  {
    name: 'a column that is copied right after it was marked: the start says which column it cannot tell, and writes nothing',
    cells: SMALL,
    acts: [{ does: { copies: 1, onto: 3 }, before: 'find' }, { run: {} }],
    ends: ['refused columnsGone'],
    shows: { 0: ['domain', '', '', ''], 1: [ONE, '', '', ''] },
  },
  {
    name: 'rows that are sorted between two parts of the last reading of an undo: it reads again',
    cells: [
      ['domain', 'Company', 'Note'],
      [ONE, 'mine', 'a'],
      [ONE, '', 'b'],
    ],
    acts: [
      { does: { duplicates: 1 }, before: 'write' },
      { run: OVERWRITE },
      { does: 'reverse the rows', before: 'read', nth: 6 },
      'undo',
      'undo',
    ],
    ends: ['done', 'undone 1, severalBefore', 'undone 0, severalBefore'],
    shows: { 1: [ONE, '', 'b'], 2: [ONE, 'mine', 'a'], 3: [ONE, 'Company 1', 'a'] },
  },
  {
    name: 'answers taken out of the record by an editor: undo takes the cells for edited, and clears none of them',
    cells: SMALL,
    acts: [{ run: {} }, { edits: withoutAnswers }, 'undo'],
    ends: ['done', 'undone 0, 2 edited'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [2, null],
  },
  {
    name: 'answers taken out of the record at a pause: their cells stay and are counted as someone else’s, and nothing is paid again',
    cells: SMALL,
    acts: [{ run: { limit: 1 } }, { edits: withoutAnswers }, { resume: { rest: 1 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [1, 2],
    counts: [1, 1],
  },
  {
    name: 'an answer added to the record for a value that stood there before: it stays',
    cells: [
      ['domain', 'Company'],
      [ONE, 'mine'],
      [TWO, ''],
    ],
    acts: [{ run: ONLY_EMPTY }, { edits: withAnswer(ONE, 'mine') }, 'undo'],
    ends: ['done', 'undone 1'],
    isAsBefore: true,
  },
  {
    name: 'an answer of no data added to the record before its company was asked for: it is asked for all the same',
    cells: SMALL,
    acts: [{ run: { limit: 1 } }, { edits: withAnswer(TWO, '', 'noData') }, { resume: { rest: 1 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [1, 2],
  },
  {
    name: 'a head typed into the record that allows more: the limit is in the person’s own store',
    cells: SMALL,
    acts: [
      { run: { limit: 1 } },
      { edits: ([head, ...lines]) => [[head![0]!.replace(/"quoted":\d+/, '"quoted":900000')], ...lines] },
      { resume: {} },
    ],
    ends: ['paused runCapReached', 'paused runCapReached'],
    shows: { 2: [TWO] },
    used: [1, 1],
  },
];

test.each(CASES)('$name', async ({ cells, acts, ends, shows, isFilled, isAsBefore, used, counts }) => {
  const played = new RunCase(cells);
  const { grid } = played;
  // A title like this is what new columns are made to look like.
  grid.looks.set(0, 0, { style: ['bold', '#ffffff', '#336699'], width: 100 });
  const looks = grid.looks.at(0, 1);
  // In Excel and Google Sheets a title leaves the format of its cell as it was; this sheet keeps only that of texts.
  grid.at(0, 1).format = '@';
  const ended: Ended[] = [];
  let filled: readonly (readonly GridValue[])[] = [];
  for (const act of acts) {
    if (act !== 'undo') filled = grid.values();
    ended.push(...(await perform(played, act)));
    if (act !== 'undo') filled = grid.values();
  }
  expect(ended.map(({ is }) => is)).toEqual(ends);
  const shown = Object.keys(shows ?? {}).map((row) => [row, grid.values()[Number(row)]]);
  expect(Object.fromEntries(shown)).toEqual(shows ?? {});
  if (isFilled === true) expect(filled.slice(1).filter(([domain, name]) => name !== nameOf(domain))).toEqual([]);
  if (isAsBefore === true) {
    expect(textsOf(grid.values())).toEqual(textsOf(cells));
    expect({ record: grid.record, looks: grid.looks.at(0, 1) }).toEqual({ record: null, looks });
  }
  if (used !== undefined) {
    expect(ended.map((end) => end.used)).toEqual(used);
    expect(await played.charged()).toBe(used.filter((credits) => credits !== null).pop() ?? 2);
  }
  const summary = ended[ended.length - 1]?.summary;
  if (counts !== undefined) expect([summary?.found, summary?.filled.length]).toEqual(counts);
});

function nameOf(domain: GridValue | undefined): string {
  return `Company ${/\d+/.exec(String(domain))![0]}`;
}

function textsOf(rows: readonly (readonly GridValue[])[]): readonly string[] {
  return rows.map((row) => row.join('|').replace(/\|+$/, '')).sort();
}
