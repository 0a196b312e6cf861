import { countFailed } from '../../../../shared/bulk/run/failures';
import { companies, NAME, PARTNERS, RunCase } from '../../../fakes/run-case';

/** How a run is paused, what it keeps of itself, and what it says of its rows. */

test('a pause while companies are compared with is a pause, and no failure', async () => {
  const run = new RunCase([['domain'], ...companies(3)]);
  run.before = (step) => {
    if (step === 'request') run.grid.wish = 'pause';
  };
  let isTold = false;
  run.network = async (send) => {
    if (isTold) return send();
    isTold = true;
    return { ok: true, response: { status: 429, retryAfter: '60', text: '{}' } };
  };
  const shared = { adds: 'sharedPartners', company: 'company-1.example', field: 'name' } as const;
  const end = await run.run({ limit: 10_000, adds: [shared] });
  expect(end).toMatchObject({ is: 'paused', why: null });
});

describe('a run that was let begin keeps its journal to the end', () => {
  const ROWS = 1_500;

  let least: Promise<number> | null = null;

  /** The least room in which a run over these rows begins; looked for once. */
  function leastRoom(): Promise<number> {
    return (least ??= findLeastRoom());
  }

  async function findLeastRoom(): Promise<number> {
    let [refused, enough] = [0, 1_000_000];
    while (enough - refused > 1) {
      const room = Math.floor((refused + enough) / 2);
      const run = open(room);
      run.grid.wish = 'stop';
      const begins = await run.run().then(
        () => true,
        () => false,
      );
      if (begins) enough = room;
      else refused = room;
    }
    return enough;
  }

  function open(room: number): RunCase {
    const run = new RunCase([['domain'], ...companies(ROWS)]);
    run.grid.journalTotal = room;
    return run;
  }

  /** How long the journal was at most, in characters, and in which room. */
  async function longest(change: (run: RunCase) => void): Promise<readonly [number, number]> {
    const room = await leastRoom();
    const run = open(room);
    let most = 0;
    change(run);
    const { before } = run;
    run.before = (step) => {
      const parts = [...(run.grid.journal ?? [])];
      most = Math.max(
        most,
        parts.reduce((sum, [name, text]) => sum + name.length + text.length, 0),
      );
      before(step);
    };
    await run.run();
    return [most, room];
  }

  test('half of its rows were left out of the answers', async () => {
    const [most, room] = await longest((run) => {
      run.network = async (send) => {
        const came = await send();
        if (!came.ok) return came;
        const body = JSON.parse(came.response.text) as { results: unknown[] };
        const results = body.results.filter((_result, at) => at % 2 === 0);
        return { ok: true, response: { ...came.response, text: JSON.stringify({ results }) } };
      };
    });
    expect(most).toBeLessThanOrEqual(room);
  });

  test('its rows were sorted meanwhile', async () => {
    const [most, room] = await longest((run) => {
      let isDone = false;
      run.before = (step) => {
        if (isDone || step !== 'request') return;
        isDone = true;
        // No two rows that followed each other do so any more.
        const rows = run.grid.rows.splice(1);
        for (let at = 0; at < rows.length; at += 1) run.grid.rows.push(rows[(at * 701) % rows.length]!);
      };
    });
    expect(most).toBeLessThanOrEqual(room);
  });
});

test('every row is in the summary, also one that failed in part and was filled by a person since', async () => {
  const run = new RunCase([['domain'], ...companies(12)]);
  run.network = async (send, _nth, request) =>
    request.operation === 'enrichment.partnerships'
      ? { ok: true, response: { status: 422, retryAfter: null, text: '{"detail":"no"}' } }
      : send();
  await run.run({ limit: 10_000, adds: [...NAME, ...PARTNERS] });
  run.grid.at(5, 2).value = 'mine';
  const { summary } = await run.resume({ again: 'failed' });
  const failed = countFailed(summary.failed);
  const { rows, open, found, notTracked, noData, filled, unplaced, gone } = summary;
  expect({ rows, summed: open + found + notTracked + noData + filled + unplaced + gone + failed }).toEqual({
    rows: 12,
    summed: 12,
  });
});
