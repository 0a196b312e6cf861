import { ledgerNow } from '../../excel-addin/panel/panel-spending';
import type { Spending } from '../../excel-addin/stored/spending';
import type { Choice } from '../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

/** Two workbooks of one user, each open in a page of the same browser. */

const NAME: Choice = { adds: 'company', field: 'name' };
/** For each enrichment, in credits. */
const CAP = 50;
/** For the formulas of both workbooks together. */
const DAILY = 20;

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const companies = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_row, at) => `company-${from + at}.example`);
const sheetOf = (domains: readonly string[]): FakeSheet =>
  new FakeSheet([[{ shown: 'Domain' }], ...domains.map((shown) => [{ shown }])]);
const spendingOf = ({ page }: BulkWorld): Spending => Reflect.get(page, Symbol.for('trace.spending|')) as Spending;

it('what both enrich at once costs no more than is said and agreed to, and formulas keep their daily limit beside them', async () => {
  const one = new BulkWorld(sheetOf(companies(1, 60)), sandbox.origin);
  const other = new BulkWorld(sheetOf(companies(41, 100)), sandbox.origin, { beside: one });
  // So that each has asked before the other one is answered.
  await sandbox.faults({ fault: 'slow', delayMs: 300, times: 2 });
  const formulas: Promise<{ readonly credits: number }>[] = [];
  const account = (): string => one.storage.getItem('trace.accountId') ?? '';
  const ends = await Promise.all(
    [one, other].map(async (world, at) => {
      world.settings.set('trace.spendPolicy', { mode: 'daily', limit: DAILY });
      const plan = await world.plan([NAME]);
      let isFirst = true;
      world.before = ({ ask }) => {
        if (ask !== 'http' || !isFirst) return;
        isFirst = false;
        const needed = companies(201 + 100 * at, 215 + 100 * at);
        formulas.push(
          spendingOf(world).reserve(account(), { request: { kind: 'company', needed, ifFree: [] } }, Date.now()),
        );
      };
      return world.start(plan, { cap: CAP });
    }),
  );
  const said = ends.map(({ enrichment }) => enrichment.spent.used);
  const { chargedCompanies: charged } = await sandbox.ledger();
  for (const { is, why } of ends) if (is !== 'done') expect(why?.code).toBe('runCapReached');
  expect(Math.max(...said)).toBeLessThanOrEqual(CAP);
  expect(charged).toBeGreaterThan(CAP);
  expect(charged).toBeLessThanOrEqual(said[0]! + said[1]!);
  const granted = (await Promise.all(formulas)).map(({ credits }) => credits);
  expect({ grants: granted.length, credits: granted[0]! + granted[1]! }).toEqual({ grants: 2, credits: DAILY });
  for (const world of [one, other]) {
    const { counters } = await ledgerNow(spendingOf(world), account(), Date.now());
    expect(counters).toMatchObject({ runs: charged, formulas: 0 });
  }
});
