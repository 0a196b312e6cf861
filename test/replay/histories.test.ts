import type { Step } from './history';
import type { OpenWorld } from './replay';
import { replayExcel } from './replay-excel';
import { replaySheets } from './replay-sheets';

/** Histories that broke a promise once, as small as they were shrunk. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const fill = (...inputs: readonly string[]): Step => ({ do: 'fill', sheet: 0, inputs });
const faults = (...names: Extract<Step, { do: 'faults' }>['faults']): Step => ({
  do: 'faults',
  faults: names,
  retryAfterSeconds: 1,
});
const retry = (remembers: Extract<Step, { do: 'retry' }>['remembers'], stopsAt: number | null): Step => ({
  do: 'retry',
  remembers,
  times: 2,
  stopsAt,
  makesCollectedChanges: (stopsAt ?? 0) % 2 === 1,
});

describe.each([
  ['Excel', replayExcel],
  ['Google Sheets', replaySheets],
])('%s', (_name, load) => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await load();
  });

  test.each<{ readonly name: string; readonly steps: readonly Step[] }>([
    {
      name: 'shows an answer that is too old, and does not pay for it again',
      steps: [fill('company-1.example'), { do: 'reopen', afterMs: 40 * DAY_MS }],
    },
    {
      name: 'spends what was approved, also where a clock was set back by a day',
      steps: [
        fill('company-1.example'),
        { do: 'policy', policy: { mode: 'onRequest' } },
        { do: 'crash', at: 0 },
        { do: 'agree', credits: 1 },
        { do: 'cancel', every: 1, afterMs: 0, again: true },
        { do: 'clock', byMs: -DAY_MS },
        fill('company-2.example'),
        // Seven steps would be played in a private window.
        { do: 'wait', forMs: MINUTE_MS },
      ],
    },
    {
      name: 'counts a company that is charged anew, also where it was looked up meanwhile while Google refused locks',
      steps: [
        fill('company-1.example'),
        { do: 'reopen', afterMs: DAY_MS },
        { do: 'locks', are: 'there', callsInAMinute: 2 },
        { do: 'column', sheet: 0, formula: 'young' },
        { do: 'reopen', afterMs: 29 * DAY_MS },
      ],
    },
    {
      name: 'tells for a minute that a limit could not be kept, also once locks are to be had again',
      steps: [
        fill('company-1.example'),
        { do: 'policy', policy: { mode: 'daily', limit: 2 } },
        { do: 'locks', are: 'there', callsInAMinute: 2 },
        { do: 'edit', sheet: 0, row: 0, input: 'company-2.example' },
        { do: 'locks', are: 'there', callsInAMinute: Infinity },
        { do: 'column', sheet: 0, formula: 'tech' },
        { do: 'reopen', afterMs: MINUTE_MS },
        { do: 'column', sheet: 0, formula: 'partners' },
      ],
    },
    {
      name: 'counts what was charged before it was stopped',
      steps: [fill('company-1.example'), { do: 'crash', at: 5 }, fill('company-2.example')],
    },
    {
      name: 'counts what two files spend at the same time',
      steps: [fill('company-1.example'), { do: 'twoFiles' }, { do: 'column', sheet: 0, formula: 'partners' }],
    },
    {
      name: 'spends no more on what a person agreed to long ago',
      steps: [
        fill('company-1.example'),
        { do: 'policy', policy: { mode: 'onRequest' } },
        { do: 'agree', credits: 1 },
        { do: 'reopen', afterMs: 29 * DAY_MS },
        { do: 'edit', sheet: 0, row: 0, input: 'company-2.example' },
      ],
    },
    {
      name: 'spends what a person agreed to beside a limit that was set after it',
      steps: [
        fill('company-1.example'),
        { do: 'policy', policy: { mode: 'onRequest' } },
        { do: 'wait', forMs: 31 * DAY_MS },
        { do: 'agree', credits: 1 },
        { do: 'policy', policy: { mode: 'daily', limit: 1 } },
        { do: 'recalculate' },
        { do: 'fillRun', sheet: 0, first: 61, count: 90 },
      ],
    },
    {
      name: 'answers a domain that is known by its slug where its batch fails',
      steps: [
        fill('company-1.example'),
        { do: 'faults', faults: ['rate-limited', 'rate-limited'], retryAfterSeconds: 120 },
        fill('company-2', 'company-2.example'),
        { do: 'reopen', afterMs: MINUTE_MS },
        { do: 'reopen', afterMs: 11 * MINUTE_MS },
      ],
    },
    {
      name: 'neither charges nor answers a new account for what the old one asked for',
      steps: [
        fill('company-1.example'),
        faults('rate-limited'),
        { do: 'key', key: 'trace_other', whileFetchingMs: 600 },
        fill('company-2.example'),
        { do: 'recalculate' },
      ],
    },
    {
      name: 'shows each formula its own, where only what was shown is left',
      steps: [
        fill('company-1.example'),
        { do: 'column', sheet: 0, formula: 'name' },
        { do: 'faults', faults: ['rate-limited'], retryAfterSeconds: 120 },
        { do: 'reopen', afterMs: MINUTE_MS },
        { do: 'reopen', afterMs: 29 * DAY_MS },
      ],
    },
    {
      name: 'keeps a limit while every lock is refused',
      steps: [
        { do: 'policy', policy: { mode: 'daily', limit: 3 } },
        { do: 'locks', are: 'failing', callsInAMinute: Infinity },
        fill(...Array.from({ length: 12 }, (_row, index) => `company-${index + 1}.example`)),
        fill('company-20.example'),
        fill('company-21.example'),
      ],
    },
    {
      name: 'books what is spent freely while every lock is refused, and answers a whole column',
      steps: [
        { do: 'locks', are: 'failing', callsInAMinute: Infinity },
        { do: 'form', sheet: 0, form: 'array' },
        fill('company-1.example', '', 'nobody-1.example', 'company-2.example', ''),
        { do: 'locks', are: 'there', callsInAMinute: Infinity },
        fill('company-3.example'),
      ],
    },
    {
      name: 'calculates a table again of which one row shows a problem, whatever Google remembers',
      steps: [
        { do: 'form', sheet: 0, form: 'array' },
        faults('results-dropped', 'results-dropped', 'results-dropped'),
        fill('company-1.example', 'company-2.example', 'company-3.example'),
        ...(['arguments', 'cell', 'nothing'] as const).map((remembers) => retry(remembers, null)),
      ],
    },
    {
      name: 'answers one cell of a table in which only the first row is not blank, and has a problem',
      steps: [{ do: 'form', sheet: 0, form: 'array' }, fill('not a domain', ''), fill('company-1.example')],
    },
    {
      name: 'asks again after everybody who waited behind a refusal has gone',
      steps: [
        { do: 'faults', faults: ['rate-limited'], retryAfterSeconds: 120 },
        { do: 'cancel', every: 1, afterMs: 26, again: false },
        { do: 'fillRun', sheet: 0, first: 61, count: 142 },
        { do: 'wait', forMs: 6_480_000_000 },
        fill('company-1.example'),
      ],
    },
    {
      name: 'loses no formula of a retry that is ended anywhere',
      steps: [
        { do: 'key', key: '', whileFetchingMs: 0 },
        fill('company-1.example', '', 'company-2.example'),
        ...Array.from({ length: 45 }, (_step, stopsAt) =>
          retry((['arguments', 'cell', 'nothing'] as const)[stopsAt % 3]!, stopsAt),
        ),
      ],
    },
    {
      name: 'loses nothing of a cache that cannot be read for a while',
      steps: [
        fill('company-1.example', 'company-2.example'),
        { do: 'cache', is: 'unreadable' },
        fill('company-3.example'),
        { do: 'cache', is: 'there' },
        { do: 'recalculate' },
      ],
    },
  ])('$name', ({ steps }) => open(steps).run(steps));
});
