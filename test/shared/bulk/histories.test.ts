import fc from 'fast-check';
import { readJournal } from '../../../shared/bulk/journal/journal';
import { undoRun } from '../../../shared/bulk/undo/undo';
import {
  answerTo,
  COLUMN_MOVES,
  columnOf,
  differences,
  EDITS,
  histories,
  play,
  START,
  undo,
} from '../../fakes/bulk-histories';
import { Bench } from '../../fakes/bulk-bench';
import { Crash, drive } from '../../fakes/bulk-drive';
import { times } from '../../setup/chance';

test('whatever a person does meanwhile, only cells of the run are written, each with the answer of its own input', async () => {
  await fc.assert(
    fc.asyncProperty(histories(EDITS, false), async (history) => {
      const played = await play(history);
      for (const { id, column, is, was } of differences(played)) {
        expect(column).toBe(columnOf(played.shadow, 'Industry'));
        if (history.mode === 'onlyEmpty') expect(was).toBe('');
        expect([...played.inputsOf.get(id)!].map(answerTo)).toContain(is);
      }
    }),
    { numRuns: times(400) },
  );
});

test('no row is filled that was not selected, also where it names the same company', async () => {
  const selected = fc.array(fc.nat(11), { minLength: 1, maxLength: 4 });
  // Rows with the same input that change places by a sort cannot be told apart by anyone.
  const edits = ['insert', 'editTarget', 'insertColumn', 'insertOnTop'] as const;
  await fc.assert(
    fc.asyncProperty(histories(edits, false), selected, async (history, rows) => {
      const played = await play({ ...history, selected: rows });
      for (const { id } of differences(played)) expect([...played.ids]).toContain(id);
    }),
    { numRuns: times(300) },
  );
});

test('every answer is placed or listed, and no company is asked for twice', async () => {
  await fc.assert(
    fc.asyncProperty(histories(EDITS, true), async (history) => {
      const played = await play(history);
      const { bench, shadow, end } = played;
      if (end.is !== 'done') return expect(end.why?.code).toBe('columnsGone');
      const { rows, open, found, filled, unplaced, gone, creditsUsed } = end.summary;
      expect(open).toBe(0);
      expect(found + filled + unplaced + gone).toBe(rows);
      const [input, target] = [columnOf(shadow, 'domain'), columnOf(shadow, 'Industry')];
      const empty = bench.grid.values().filter((row) => {
        const name = String(row[input] ?? '');
        return /^x\d\d?\.example$/.test(name) && row[target] === '';
      });
      expect(empty.length).toBeLessThanOrEqual(unplaced + gone);
      const asked = bench.host.requests.flatMap(({ body }) => (body as { domains: readonly string[] }).domains);
      // The service charges a company once. What it is asked for twice was on its way when the run broke off.
      const companies = new Set(asked).size;
      expect(asked.length).toBeLessThanOrEqual(companies * (1 + history.crashes.length));
      expect(companies).toBeLessThanOrEqual(history.inputs.length);
      if (history.crashes.length > 0) return;
      expect(asked).toHaveLength(companies);
      expect(bench.host.spending.counters.runs).toBe(companies);
      expect(creditsUsed).toBe(companies);
    }),
    { numRuns: times(400) },
  );
});

test('where only columns are moved, every row is filled, and no company is asked for twice', async () => {
  await fc.assert(
    fc.asyncProperty(histories(COLUMN_MOVES, false), async (history) => {
      const { bench, shadow, end } = await play(history);
      if (end.is !== 'done') {
        // It was moved before the run had marked its columns.
        return expect([end.why?.code, bench.requests]).toEqual(['columnsGone', 0]);
      }
      const [input, target] = [columnOf(shadow, 'domain'), columnOf(shadow, 'Industry')];
      const shown = bench.grid
        .values()
        .slice(1)
        .map((row) => row[target]);
      const wanted = shadow
        .values()
        .slice(1)
        .map((row) => {
          return row[target] !== '' && history.mode === 'onlyEmpty' ? row[target] : answerTo(String(row[input]));
        });
      expect(shown).toEqual(wanted);
      const companies = new Set(bench.asked).size;
      expect(bench.asked.length).toBeLessThanOrEqual(companies * (1 + history.crashes.length));
      const open = START(history.inputs)
        .slice(1)
        .filter((row) => history.mode === 'overwrite' || row[2] === '');
      expect(companies).toBeLessThanOrEqual(new Set(open.map((row) => row[1])).size);
    }),
    { numRuns: times(200) },
  );
});

test('undo restores exactly, apart from what it lists', async () => {
  await fc.assert(
    fc.asyncProperty(histories(EDITS, true), async (history) => {
      const played = await play(history);
      const journal = readJournal(played.bench.grid.journal)!;
      if (played.end.is !== 'done') return;
      const { missing, isLeft } = await undo(played);
      const left = differences(played);
      expect(left.length).toBeLessThanOrEqual(missing.length);
      if (history.edits.every(({ does }) => does !== 'editInput')) expect(left).toEqual([]);
      expect(journal.head.isFinished).toBe(true);
      expect(played.bench.grid.journal === null).toBe(!isLeft);
      expect(isLeft).toBe(missing.length > 0);
    }),
    { numRuns: times(400) },
  );
});

test('undo restores exactly after a run that broke off and was never resumed', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories(['sort', 'insert', 'delete'], true),
      fc.integer({ min: 8, max: 30 }),
      async (history, crashAt) => {
        const bench = new Bench(START(history.inputs));
        const plan = await bench.plan(undefined, { inputColumn: 1, where: 'sameTitles' });
        let effects = 0;
        bench.grid.before = () => {
          effects += 1;
          if (effects === crashAt) throw new Crash();
        };
        try {
          await bench.start(plan);
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
        }
        bench.grid.before = () => undefined;
        if (bench.grid.journal?.has('head') !== true) return;
        await drive(undoRun, bench.host, bench.grid);
        expect(bench.grid.values()).toEqual(START(history.inputs));
      },
    ),
    { numRuns: times(200) },
  );
});

test('an undo that breaks off can be done again', async () => {
  await fc.assert(
    fc.asyncProperty(histories(['sort', 'insert'], true), fc.integer({ min: 1, max: 10 }), async (history, crashAt) => {
      const played = await play({ ...history, crashes: [] });
      const { grid } = played.bench;
      if (played.end.is !== 'done') return;
      let effects = 0;
      grid.before = () => {
        effects += 1;
        if (effects === crashAt) throw new Crash();
      };
      try {
        await undo(played);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        grid.before = () => undefined;
        if (grid.journal !== null) expect((await undo(played)).edited).toEqual([]);
      }
      expect(differences(played)).toEqual([]);
    }),
    { numRuns: times(100) },
  );
});
