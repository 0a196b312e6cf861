import { TraceError } from '../../../shared/errors/trace-error';
import { Bench, DAYS_30, INDUSTRY } from '../../fakes/bulk-bench';
import { Crash } from '../../fakes/bulk-drive';

/** Something that happens once, at each moment of an enrichment in turn: what follows is as if it had not. */

const ROWS = 300;
const AGREED = { cap: ROWS, quoted: ROWS, maxAgeMs: DAYS_30 };
/** What a service that charges a company once has to have been asked for, and what the sheet has to hold after the undo. */
const RIGHT = { is: 'done', found: ROWS, used: ROWS, isWhole: true, stays: '' };

function open(): Bench {
  return new Bench([['domain'], ...Array.from({ length: ROWS }, (_row, at) => [`x${at}.example`])]);
}

/** At its n-th call to the host, the page is closed. @returns what ends that, and tells whether there were so many calls */
function closeAt(bench: Bench, nth: number): () => boolean {
  let calls = 0;
  bench.grid.before = () => {
    calls += 1;
    if (calls === nth) throw new Crash();
  };
  return () => {
    bench.grid.before = () => undefined;
    return calls >= nth;
  };
}

/** The answer to its n-th change of the record is lost. @returns what ends that, and tells whether there were so many changes */
function loseAt(bench: Bench, nth: number): () => boolean {
  const { append } = bench.grid.recordPort;
  let saves = 0;
  Object.assign(bench.grid.recordPort, {
    append: async (...given: Parameters<typeof append>) => {
      const isDone = await append(...given);
      saves += 1;
      if (saves === nth) throw new TraceError('unreachable', {});
      return isDone;
    },
  });
  return () => {
    Object.assign(bench.grid.recordPort, { append });
    return saves >= nth;
  };
}

test.each([
  ['a page that is closed at any of its calls', closeAt, 40],
  ['an answer of the file that is lost after any change of the record', loseAt, 1],
])('%s costs no answer, credit or cell', async (_name, happenAt, atLeast) => {
  const wrong: unknown[] = [];
  let nth = 1;
  for (let isThere = true; isThere; nth += 1) {
    const bench = open();
    const plan = await bench.plan(INDUSTRY);
    const end = happenAt(bench, nth);
    await bench.start(plan, AGREED).catch(() => undefined);
    isThere = end();
    const { is, summary } =
      (await bench.find()).is === 'enrichment' ? await bench.resume() : await bench.start(plan, AGREED);
    const { isWhole } = await bench.undo();
    const [, ...rows] = bench.grid.values();
    const stays = rows.map(([, ...others]) => others.join('')).join('');
    // What was asked for and not saved yet is asked for again, which the service charges once.
    const came = { is, found: summary.found, used: summary.creditsUsed, isWhole, stays };
    if (JSON.stringify(came) !== JSON.stringify(RIGHT)) wrong.push([nth, came]);
  }
  expect({ wrong, isEnough: nth > atLeast }).toEqual({ wrong: [], isEnough: true });
});
