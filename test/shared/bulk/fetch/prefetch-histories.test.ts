import fc from 'fast-check';
import { answerTo, columnOf, differences, play, type History } from '../../../fakes/bulk-histories';
import { times } from '../../../setup/chance';

/** Histories of several blocks: what is fetched ahead comes, and people and crashes interfere, in any order. */
const longHistories = (edits: readonly History['edits'][number]['does'][]): fc.Arbitrary<History> =>
  fc.record({
    inputs: fc
      .record({ rows: fc.integer({ min: 1_001, max: 3_300 }), again: fc.integer({ min: 2, max: 40 }) })
      // Names that no edit gives; each `again`-th row names a company of before.
      .map(({ rows, again }) =>
        Array.from({ length: rows }, (_row, at) => 1_000 + (at % again === 0 ? Math.floor(at / 2) : at)),
      ),
    edits: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 110 }),
        does: fc.constantFrom(...edits),
        row: fc.integer({ min: 0, max: 3_299 }),
        name: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 3 },
    ),
    crashes: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
    mode: fc.constantFrom('onlyEmpty', 'overwrite'),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
  });

const RUNS = { numRuns: times(8) };

test('in any order of effects, only cells of the run are written, each with the answer of its own input', async () => {
  const edits = ['sort', 'insert', 'delete', 'editTarget', 'editInput', 'insertColumn', 'insertOnTop'] as const;
  await fc.assert(
    fc.asyncProperty(longHistories(edits), async (history) => {
      const played = await play(history);
      const industry = columnOf(played.shadow, 'Industry');
      const wrong = differences(played).filter(
        ({ id, column, is, was }) =>
          column !== industry ||
          (history.mode === 'onlyEmpty' && was !== '') ||
          ![...played.inputsOf.get(id)!].map(answerTo).includes(String(is)),
      );
      expect(wrong).toEqual([]);
    }),
    RUNS,
  );
});

test('in any order of effects, every company is asked for once, in full requests, and the account is exact', async () => {
  await fc.assert(
    fc.asyncProperty(longHistories(['sort', 'editTarget', 'insertColumn', 'insertOnTop']), async (history) => {
      // Rows that move leave a request behind that can no longer be filled.
      const moves = history.edits.filter(({ does }) => does === 'sort' || does === 'insertOnTop').length;
      const played = await play({ ...history, crashes: [] });
      const { bench, end } = played;
      // A column inserted before the run has marked its own leaves nothing to tell them by.
      if (end.why?.code === 'columnsGone') {
        expect([bench.requests, differences(played)]).toEqual([0, []]);
        expect(history.edits.some(({ does }) => does === 'insertColumn')).toBe(true);
        return;
      }
      expect(end.is).toBe('done');
      const asked = bench.host.requests.flatMap(({ body }) => (body as { domains: readonly string[] }).domains);
      const companies = new Set(asked).size;
      expect(asked).toHaveLength(companies);
      expect(bench.requests).toBeGreaterThanOrEqual(Math.ceil(companies / 100));
      expect(bench.requests).toBeLessThanOrEqual(Math.ceil(companies / 100) + moves);
      expect(bench.host.spending.counters.runs).toBe(companies);
      expect(end.summary).toMatchObject({ open: 0, creditsUsed: companies });
    }),
    RUNS,
  );
});

test('after crashes, every row is answered or listed, and only what had no time to be kept is asked for again', async () => {
  await fc.assert(
    fc.asyncProperty(longHistories(['sort', 'insert', 'delete']), async (history) => {
      const { bench, end } = await play(history);
      expect(end.is).toBe('done');
      const { rows, open, found, filled, unplaced, gone, creditsUsed, creditsUnsure } = end.summary;
      expect(open).toBe(0);
      expect(found + filled + unplaced + gone).toBe(rows);
      const asked = bench.host.requests.flatMap(({ body }) => (body as { domains: readonly string[] }).domains);
      // A thousand that have come and are not kept yet, and a thousand that were sent as soon as they came.
      expect(asked.length - new Set(asked).size).toBeLessThanOrEqual(2_000 * history.crashes.length);
      // What broke off stays in doubt where rows that a sort has moved cannot be told from filled ones: it counts as spent.
      const charged = new Set(asked).size;
      const { runs } = bench.host.spending.counters;
      expect([creditsUsed >= charged, charged >= runs, runs >= creditsUsed - creditsUnsure]).toEqual([
        true,
        true,
        true,
      ]);
    }),
    RUNS,
  );
});

test('in any order of effects, a limit is never passed', async () => {
  await fc.assert(
    fc.asyncProperty(
      longHistories(['sort', 'insert', 'delete']),
      fc.integer({ min: 1, max: 3_500 }),
      async (history, cap) => {
        const { bench, end } = await play({ ...history, crashes: [], cap });
        const { runs } = bench.host.spending.counters;
        expect(runs).toBeLessThanOrEqual(cap);
        expect(end.summary.creditsUsed).toBe(runs);
        if (end.is === 'done') return;
        expect(end.why?.code).toBe('runCapReached');
        expect(runs).toBe(cap);
      },
    ),
    RUNS,
  );
});

test('in any order of effects, and after any crashes, a limit is never passed, and no less is said than was charged', async () => {
  await fc.assert(
    fc.asyncProperty(
      longHistories(['sort', 'insert', 'delete']),
      fc.integer({ min: 1, max: 3_500 }),
      async (history, cap) => {
        const { bench, end } = await play({ ...history, cap });
        // The service charges a company once, whoever has lost its answer.
        const charged = new Set(bench.asked).size;
        expect(charged).toBeLessThanOrEqual(cap);
        expect(end.summary.creditsUsed).toBeGreaterThanOrEqual(charged);
        expect(end.summary.creditsUsed).toBeLessThanOrEqual(cap);
        if (end.is !== 'done') expect(end.why?.code).toBe('runCapReached');
      },
    ),
    RUNS,
  );
});
