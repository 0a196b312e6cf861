import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

/** What a run refuses to do in Excel before it costs anything. */

const FIELDS: readonly Choice[] = [{ adds: 'company', field: 'name' }];

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });

function companies(count: number): FakeSheet {
  const rows = Array.from({ length: count }, (_row, at) => [cell(`company-${at + 1}.example`)]);
  return new FakeSheet([[cell('Domain')], ...rows]);
}

it('lets no other account pay: the run pauses, and says what can be done', async () => {
  const world = new BulkWorld(companies(60), sandbox.origin);
  const plan = await world.plan(FIELDS);
  world.before = ({ ask }) => {
    if (ask === 'http') world.storage.setItem('trace.accountId', 'another');
  };
  const end = await world.start(plan, { cap: 60 });
  expect({
    is: end.is,
    why: end.why?.message,
    requests: (await sandbox.log()).length,
    creditsUsed: end.enrichment.spent.used,
  }).toEqual({
    is: 'paused',
    why: 'The API key now belongs to another account. Resume to pay with it, or set the previous key first.',
    requests: 0,
    creditsUsed: 0,
  });
  world.before = () => undefined;
  expect(await world.resume()).toMatchObject({ is: 'done', why: null });
});
