import type { RunPorts } from '../../../../shared/enrich/sheet/ports';
import { BulkEngine } from '../../../../shared/panel/common/bulk-engine';
import type { BulkHost } from '../../../../shared/panel/bulk-host';

const HOST = { ports: { sheet: {}, record: {}, own: {}, client: {}, anchors: {} } } as unknown as BulkHost;

const hear = async ({ person }: RunPorts): Promise<string> => person.wish();

test.each(['pause', 'stop'] as const)(
  '%s that is pressed while the errand before is under way is heard',
  async (wish) => {
    let finish: () => void = () => undefined;
    const under = new Promise<void>((resolve) => (finish = resolve));
    const engine = new BulkEngine(HOST);
    const before = engine.do(() => under);
    const run = engine.do(hear);
    await Promise.resolve();
    engine.wish = wish;
    finish();
    await before;
    expect(await run).toEqual({ ok: true, value: wish });
  },
);

test('a user’s wish for one enrichment does not apply to the next', async () => {
  const engine = new BulkEngine(HOST);
  const first = engine.do(hear);
  engine.wish = 'stop';
  await first;
  expect(await engine.do(hear)).toEqual({ ok: true, value: 'goOn' });
});
