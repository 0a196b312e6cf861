import fc from 'fast-check';
import { codeOf } from '../../../shared/digest';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { User } from '../../fakes/apps-script/user';
import { FORGERY, forge } from '../../fakes/forgeries';
import { NAME, planAll, useCompanies } from '../bulk/bulk-file';
import { fillDown } from '../formulas/sheet-of-formulas';
import { times } from '../../setup/chance';
import { charged, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** A ledger that someone else has written for the owner: it allows no further spending. */

const LIMIT = 3;
const DAY_MS = 86_400_000;

useSpreadsheets();

const idOf = (user: User): string => world.state.userProperties[user].read()['TRACE_ACCOUNT_ID']!;
const today = (): number => Math.floor(world.state.clock.nowMs() / DAY_MS);
const CODES = Array.from({ length: 60 }, (_company, index) => codeOf(`company-${index + 1}.example`)).join('');

/** In the form in which the add-on keeps it. */
function store(name: string, value: unknown): void {
  world.state.documentProperties.write(`${name}_0`, `1|forged|${JSON.stringify(value)}`);
}

const forgePaid = (...more: readonly unknown[]): void =>
  store('TRACE_PAID', [idOf('owner'), [[today(), CODES]], ...more]);
const forgeSpent = (counters: object, id = idOf('owner')): void => store('TRACE_SPENT', [id, counters]);

const FORGED: readonly (readonly [name: string, forgeLedger: () => void])[] = [
  ['everything is paid for', (): void => forgePaid()],
  ['everything is paid for, and a mark says so', (): void => forgePaid('x'.repeat(44))],
  ['everything was counted today', (): void => forgeSpent({ day: today(), formulas: 0, doubts: CODES })],
  ['less than nothing was spent', (): void => forgeSpent({ day: today(), formulas: -1_000, formulasAgreed: -1_000 })],
  [
    'no number was spent',
    (): void => forgeSpent({ day: today(), formulas: 'NaN', reservations: [['', -50, today() * DAY_MS]] }),
  ],
  ['a person agreed to everything', (): void => forgeSpent({ day: today(), formulas: 0, agreed: 1_000_000 })],
  ['it is of a day to come', (): void => forgeSpent({ day: today() + 1, formulas: 0, agreed: 99, doubts: CODES })],
  ['it is of another account', (): void => forgeSpent({ day: today(), formulas: 0, agreed: 99 }, 'somebody')],
];

it.each(FORGED)("an owner's limit of 3 holds where %s", async (_name, forgeLedger) => {
  world.callRpc('setOwnerLimit', [LIMIT]);
  const grid = fillDown(world, 30);
  forgeLedger();
  grid.enter('C2', '=TRACE_TECH(A2:A31)');
  for (let row = 2; row < 12; row += 1) grid.enter(`D${row}`, `=TRACE_COMPANY(A${row})`);
  world.calculate({ as: 'editor' });
  expect(await charged()).toBeLessThanOrEqual(LIMIT);
});

it.each(FORGED)('a run spends no more than was typed where %s', async (_name, forgeLedger) => {
  useCompanies(world, 60);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 60, [NAME]);
  forgeLedger();
  const end = await new BulkPanel(world).start(plan, { cap: LIMIT, quoted: LIMIT, maxAgeMs: 30 * DAY_MS });
  await new BulkPanel(world).resume({ rest: 1 });
  expect({ is: end.is, charged: await charged() }).toEqual({ is: 'paused', charged: LIMIT + 1 });
});

it('a run spends no more than was typed where the ledger is forged for the account of an editor with a run of their own', async () => {
  world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
  useCompanies(world, 60);
  forgeSpent({ day: today(), formulas: 0 });
  store('TRACE_GUEST', [idOf('editor'), [[today(), CODES]]]);
  const panel = new BulkPanel(world, 'editor');
  const plan = await planAll(panel, 60, [NAME]);
  const end = await panel.start(plan, { cap: LIMIT, quoted: LIMIT, maxAgeMs: 30 * DAY_MS });
  expect({ is: end.is, charged: await charged() }).toEqual({ is: 'paused', charged: LIMIT });
});

it('companies that an account has paid for stay known, whoever recalculates', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#, "name", "max_age=1h")');
  world.calculate({ as: 'editor' });
  world.callRpc('setOwnerLimit', [0]);
  world.state.clock.advance(2 * DAY_MS);
  await sandbox.reset();
  grid.recalculate();
  world.calculate({ as: 'editor' });
  expect((await sandbox.log()).length).toBe(1);
});

it('bookings by another file or an earlier day of the same account count here; those of another account do not', async () => {
  fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.calculate();
  const booked = world.state.documentProperties.read()['TRACE_PAID_0']!;
  const paid = (): number => (world.callRpc('bulkPaid') as { value: { days: readonly unknown[] } }).value.days.length;
  const own = paid();
  world.callRpc('setKey', ['trace_demo', 'sameAccount']);
  const same = paid();
  world.state.documentProperties.write('TRACE_PAID_0', booked.replace(idOf('owner'), 'somebody-else'));
  expect({ own, same, other: paid() }).toEqual({ own: 1, same: 1, other: 0 });
});

/** A ledger that is well-formed, and says anything. */
const WRITTEN = fc.record({
  paid: fc.constantFrom('', CODES.slice(0, 60), CODES),
  paidOn: fc.integer({ min: -40, max: 2 }),
  isOwn: fc.boolean(),
  counters: fc.record(
    {
      day: fc.integer({ min: -2, max: 2 }),
      formulas: fc.constantFrom<unknown>(-5, 0, 2, null, 'NaN', 1e9),
      formulasAgreed: fc.constantFrom<unknown>(-5, 0, 1e9),
      agreed: fc.constantFrom<unknown>(0, 1e9, -1),
      reservations: fc.constantFrom<unknown>([], [['', -9, 0]], [['a', 2, 1]], 'x'),
      doubts: fc.constantFrom<unknown>('', CODES, 7),
    },
    { requiredKeys: ['day'] },
  ),
});

it('no random ledger lets formulas or a run spend above what their owner allows', async () => {
  world.callRpc('setOwnerLimit', [LIMIT]);
  await fc.assert(
    fc.asyncProperty(WRITTEN, async ({ paid, paidOn, isOwn, counters }) => {
      await sandbox.reset();
      useCompanies(world, 40);
      const id = isOwn ? idOf('owner') : 'somebody';
      const panel = new BulkPanel(world);
      const plan = await planAll(panel, 40, [NAME]);
      store('TRACE_POLICY', { mode: 'freely' });
      store('TRACE_PAID', [id, [[today() + paidOn, paid]], 'A'.repeat(44)]);
      store('TRACE_SPENT', [id, { ...counters, day: today() + counters.day }, 'A'.repeat(44)]);
      world.state.sheets[0]!.enter('D2', '=TRACE_TECH(A2:A31)');
      world.calculate({ as: 'editor' });
      expect(await charged()).toBeLessThanOrEqual(LIMIT);
      await panel.start(plan, { cap: 2, quoted: 2, maxAgeMs: 30 * DAY_MS });
      expect(await charged()).toBeLessThanOrEqual(LIMIT + 2);
      world.state.clock.advance(130_000);
    }),
    { numRuns: times(12) },
  );
});

it('no random change of an honest ledger lets formulas or a run spend above what their owner allows', async () => {
  // All in one day: those of another day are no longer paid for.
  world.state.clock.advance(DAY_MS - (world.state.clock.nowMs() % DAY_MS));
  world.callRpc('setOwnerLimit', [LIMIT]);
  fillDown(world, 6, '=TRACE_COMPANY(A#)');
  world.calculate();
  const { documentProperties, documentCache } = world.state;
  const honest = documentProperties.read();
  const names = ['TRACE_PAID_0', 'TRACE_SPENT_0', 'TRACE_POLICY_0'];
  await fc.assert(
    fc.asyncProperty(fc.array(FORGERY, { minLength: 1, maxLength: 4 }), async (forgeries) => {
      await sandbox.reset();
      documentProperties.clear();
      documentCache.clear();
      for (const [name, text] of Object.entries(honest)) documentProperties.write(name, text);
      for (const forgery of forgeries) {
        const name = names[Math.floor(forgery.text * names.length)]!;
        const [, head = '', text = ''] = /^(\d+\|[^|]*\|)?([\s\S]*)$/.exec(documentProperties.read()[name]!) ?? [];
        documentProperties.write(name, `${head}${forge(text, forgery)}`);
      }
      const grid = fillDown(world, 12);
      grid.enter('C2', '=TRACE_TECH(A2:A13)');
      grid.enter('D2', '=TRACE_COMPANY("company-40.example")');
      world.calculate({ as: 'editor' });
      expect(await charged()).toBeLessThanOrEqual(LIMIT);
      world.state.clock.advance(130_000);
    }),
    { numRuns: times(30) },
  );
});
