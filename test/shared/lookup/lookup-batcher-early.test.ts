import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import type { ReadFields } from '../../../shared/records/outcome';
import { ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';

const WISH = { maxAgeMs: 86_400_000, isAgeAsked: true };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A host whose store saves nothing until the test says so. */
function savingSlowly() {
  const host = new ScriptedHost(TWO_COMPANIES);
  let save = (): void => undefined;
  const saved = new Promise<void>((resolve) => (save = resolve));
  host.misuse({ cachePut: () => saved });
  return { host, batcher: new LookupBatcher(host), save: () => save() };
}

const toName: ReadFields = (record) => [{ is: 'one', cell: String((record as { readonly name?: unknown }).name) }];

describe('an answer that is not saved yet', () => {
  it('was read by its cells, which see it once it is saved', async () => {
    const { host, batcher, save } = savingSlowly();
    const read: unknown[] = [];
    const shown = batcher.lookup('company', ['a.com'], {
      ...WISH,
      read: (record, asOfMs) => (read.push(record), toName(record as never, asOfMs)),
    });
    let isShown = false;
    void shown.then(() => (isShown = true));
    await host.endWindow();
    expect({ read, isShown }).toEqual({ read: [expect.objectContaining({ name: 'A' })], isShown: false });
    save();
    const asOfMs = host.clockMs;
    expect(await shown).toEqual(new Map([['a.com', { is: 'read', fields: [{ is: 'one', cell: 'A' }], asOfMs }]]));
    expect(read).toHaveLength(1);
  });

  it('is read again for a cell that asks meanwhile, without another request', async () => {
    const { host, batcher, save } = savingSlowly();
    const first = batcher.lookup('company', ['a.com'], { ...WISH, read: toName });
    await host.endWindow();
    const late = batcher.lookup('company', ['a.com'], { ...WISH, read: toName });
    const whole = batcher.lookup('company', ['a.com'], WISH);
    save();
    await turn();
    expect((await late).get('a.com')).toEqual((await first).get('a.com'));
    expect((await whole).get('a.com')).toMatchObject({ is: 'found', record: { name: 'A', slug: 'a' } });
    expect(host.requests).toHaveLength(1);
  });

  it('is whole for cells that ask for the record', async () => {
    const { host, batcher, save } = savingSlowly();
    const whole = batcher.lookup('company', ['a.com', 'b.com'], WISH);
    await host.endWindow();
    save();
    const records = [...(await whole).values()].map((outcome) => 'record' in outcome && outcome.record);
    expect(records).toEqual([
      { slug: 'a', name: 'A', primary_domain: 'a.com' },
      { slug: 'b', name: 'B', primary_domain: 'b.com' },
    ]);
  });

  it('is charged to the company that it names', async () => {
    const { host, batcher, save } = savingSlowly();
    const shown = batcher.lookup('company', ['a.com'], { ...WISH, read: toName });
    await host.endWindow();
    save();
    await shown;
    expect([
      host.spending.paid.isPaid('a.com', host.clockMs),
      host.spending.paid.isPaid('b.com', host.clockMs),
    ]).toEqual([true, false]);
  });
});

test('outcomes are in the order in which they were asked for, whenever they came', async () => {
  const host = new ScriptedHost(TWO_COMPANIES);
  const batcher = new LookupBatcher(host);
  const first = batcher.lookup('company', ['b.com'], WISH);
  await host.endWindow();
  await first;
  const both = batcher.lookup('company', ['a.com', 'b.com'], WISH);
  await host.endWindow();
  expect([...(await both).keys()]).toEqual(['a.com', 'b.com']);
});
