import fc from 'fast-check';
import { fillDown, shownIn } from '../apps-script/formulas/sheet-of-formulas';
import { charged, requests, sandbox, useOneSpreadsheet, world } from '../apps-script/spreadsheet';
import { AS_REPORTED } from '../fakes/apps-script/service-times';
import { calculateTogether } from '../fakes/apps-script/threads/together';
import { times } from '../setup/chance';

/** Random columns in runs that truly overlap, while Google's locks and its cache do what they may. */

const FORMS = [
  '=TRACE_COMPANY(A#)',
  '=IFERROR(TRACE_COMPANY(A#),"")',
  '=IF(A#="","",TRACE_COMPANY(A#))',
  '=TRACE_COMPANY(TRIM(A#))&""',
  '=LET(domain,A#,TRACE_COMPANY(domain))',
  '=EMPLOYEES(A#)',
] as const;
const LIMIT = 20;
const WAITS = /^#TRACE: (Not fetched|Daily limit|Google is busy)/;

const history = fc.record({
  rows: fc.integer({ min: 1, max: 50 }),
  /** The form of so many formulas in a row; then the next of the forms. */
  forms: fc.array(fc.constantFrom(...FORMS), { minLength: 1, maxLength: 3 }),
  atOnce: fc.constantFrom(3, 12),
  locks: fc.constantFrom(['there', Infinity] as const, ['there', 40] as const, ['failing', 0] as const),
  cache: fc.constantFrom('there' as const, 'there' as const, 'unreadable' as const, 'missing' as const),
  isLimited: fc.boolean(),
  /** Formulas in another column that ask again after the first answer, since the route that they would take is missing. */
  twice: fc.constantFrom(0, 0, 3),
});

useOneSpreadsheet();

it('every cell is right or says why it waits, none is paid twice, no limit is passed, and what is known is not asked for', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ rows, forms, atOnce, locks, cache, isLimited, twice }) => {
      const { state } = world;
      await sandbox.reset();
      state.documentCache.clear();
      state.documentProperties.clear();
      Object.assign(state.locks, { are: 'there', callsInAMinute: Infinity });
      state.documentCacheIs = 'there';
      state.namedFunctions.set('EMPLOYEES', { params: ['domain'], formula: '=IFERROR(TRACE_COMPANY(domain),"")' });
      world.callRpc('setPolicy', [isLimited ? { mode: 'daily', limit: LIMIT } : { mode: 'freely' }]);
      const grid = state.sheets[0]!;
      for (const place of grid.places()) grid.hold(place, '');
      fillDown(world, rows);
      for (let row = 2; row < rows + 2; row += 1) {
        grid.put({ row, column: 2 }, forms[row % forms.length]!.replace(/#/g, String(row)));
      }
      if (twice > 0) await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
      for (let row = 2; row < twice + 2; row += 1) {
        grid.put({ row, column: 4 }, `=TRACE_PARTNERED("company-${7_000 + row}.example","company-990.example")`);
      }
      Object.assign(state.locks, { are: locks[0], callsInAMinute: locks[1] });
      state.documentCacheIs = cache;
      const outcomes = await calculateTogether(world, { atOnce, times: AS_REPORTED, apiTakesMs: [500, 1_000] });
      const spent = await charged();
      const wrong = shownIn(grid, 2, rows).filter(
        (shown, at) => shown !== `Company ${at + 1}` && !WAITS.test(String(shown)),
      );
      expect({ wrong, ended: outcomes.filter(({ note }) => note !== null).length }).toEqual({ wrong: [], ended: 0 });
      expect(spent).toBeLessThanOrEqual(isLimited ? LIMIT : rows + 500 * twice);
      if (cache !== 'there' || twice > 0) return;
      const answered = shownIn(grid, 2, rows).filter((shown) => String(shown).startsWith('Company')).length;
      // If locks are refused, a waiting formula may give up before another has saved what it paid for.
      if (locks[0] === 'there' && locks[1] === Infinity) expect(answered).toBe(spent);
      expect(answered).toBeLessThanOrEqual(spent);
      if (answered < rows) return;
      const before = await requests();
      grid.recalculate();
      world.calculate();
      expect((await requests()) - before).toBe(0);
    }),
    { numRuns: times(5) },
  );
});
