import type { HostPorts, RunPorts, Wish } from '../../../../shared/bulk/sheet/ports';
import { BulkEngine } from '../../../../shared/panel/bulk/bulk-engine';
import type { BulkHost } from '../../../../shared/panel/bulk-host';

const readsJournal = (ports: RunPorts): Promise<unknown> => ports.journal.load();

const hearsPerson = async (ports: RunPorts): Promise<Wish> => ports.person.wish();

const hostWith = (load: () => Promise<null>): BulkHost =>
  ({ ports: { sheet: {}, journal: { load }, file: {}, client: {} } as unknown as HostPorts }) as BulkHost;

test.each(['pause', 'stop'] as const)(
  '%s that is pressed while the task before is under way is heard',
  async (wish) => {
    let loaded: (none: null) => void = () => undefined;
    const journal = new Promise<null>((resolve) => (loaded = resolve));
    const engine = new BulkEngine(hostWith(() => journal));
    const before = engine.do(readsJournal);
    const run = engine.do(hearsPerson);
    await Promise.resolve();
    engine.wish = wish;
    loaded(null);
    await before;
    expect(await run).toEqual({ ok: true, value: wish });
  },
);

test('what a person wished of a run is not wished of the next one', async () => {
  const engine = new BulkEngine(hostWith(async () => null));
  const first = engine.do(hearsPerson);
  engine.wish = 'stop';
  await first;
  expect(await engine.do(hearsPerson)).toEqual({ ok: true, value: 'goOn' });
});
