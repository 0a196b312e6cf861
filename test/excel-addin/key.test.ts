import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readErrorCell, type ErrorCell, type InvocationResult } from '../fakes/excel/results';
import { DEMO_KEY, SINGLE_CELLS, startExcelSession, type ExcelSession } from '../fakes/excel/session';
import { FakeStorage } from '../fakes/excel/fake-storage';
import type { ExcelRuntime } from '../fakes/excel/runtime';
import { FakeDatabases } from '../replay/fake-indexed-db';

let excel: ExcelSession;
beforeAll(async () => {
  excel = await startExcelSession(SINGLE_CELLS);
});
beforeEach(() => excel.sandbox.reset());
afterAll(() => excel.stop());

const ask = (runtime: ExcelRuntime, domain = 'stripe.com'): Promise<InvocationResult> =>
  runtime.call('TRACE_COMPANY', [[domain]], null, null);
const requests = async (): Promise<number> => (await excel.sandbox.log()).length;
/** Excel on the desktop shows no message of an error. */
const NO_KEY: InvocationResult = {
  ok: true,
  table: [['#TRACE: No API key. Open the Trace panel and paste yours.']],
};

function errorOf(result: InvocationResult): ErrorCell | null {
  return result.ok ? readErrorCell(result.table[0]?.[0]) : null;
}

describe('the API key', () => {
  it('is needed: without one a cell says so, and nothing is sent', async () => {
    const runtime = excel.open({ storage: new FakeStorage() });
    expect({ shown: await ask(runtime), sent: runtime.sent }).toEqual({ shown: NO_KEY, sent: [] });
  });

  it('serves at once when it is set later', async () => {
    const runtime = excel.open({ storage: new FakeStorage() });
    await ask(runtime);
    runtime.storage.setItem('trace.apiKey', DEMO_KEY);
    expect(await ask(runtime)).toEqual({ ok: true, table: [['Stripe']] });
  });

  it('is found under the partition key of the site that embeds Excel', async () => {
    const storage = new FakeStorage();
    storage.setItem('partition-7trace.apiKey', DEMO_KEY);
    expect(await ask(excel.open({ storage, partitionKey: 'partition-7' }))).toEqual({ ok: true, table: [['Stripe']] });
  });

  it('is not found under the partition key of another', async () => {
    const storage = new FakeStorage();
    storage.setItem('partition-7trace.apiKey', DEMO_KEY);
    expect(await ask(excel.open({ storage, partitionKey: 'partition-8' }))).toEqual(NO_KEY);
  });

  it('is found before Office knows its host', async () => {
    const runtime = excel.open({ runtimeVersion: null, databases: new FakeDatabases() });
    expect(await ask(runtime)).toEqual({ ok: true, table: [['Stripe']] });
  });

  it.each([
    ['trace_revoked_123', 'works', 'refused'],
    [DEMO_KEY, 'untested', 'works'],
    [DEMO_KEY, 'works', 'works'],
  ])('%s, which was known as %s, is noted as %s by a formula, for the site that embeds Excel', async (key, was, is) => {
    const storage = new FakeStorage();
    storage.setItem('partition-7trace.apiKey', key);
    storage.setItem('partition-7trace.keyId', 'key-1');
    storage.setItem('partition-7trace.keyVerdict', `${was} key-1`);
    await ask(excel.open({ storage, partitionKey: 'partition-7' }));
    expect(storage.getItem('partition-7trace.keyVerdict')).toBe(`${is} key-1`);
  });

  it('serves no more once it is removed', async () => {
    const runtime = excel.open();
    await ask(runtime);
    runtime.storage.removeItem('trace.apiKey');
    expect(await ask(runtime)).toEqual(NO_KEY);
  });

  it('that no header can carry is never sent, and never shown', async () => {
    const runtime = excel.open();
    runtime.storage.setItem('trace.apiKey', 'trace_secret\u0000\u00e9');
    const shown = errorOf(await ask(runtime));
    expect({ shown, sent: runtime.sent }).toEqual({
      shown: { error: '#N/A', sentence: expect.stringMatching(/^This is not a Trace API key, (?!.*secret)/) as string },
      sent: [],
    });
  });

  it('may be missing because the browser refuses storage: the cell says so', async () => {
    const storage = new FakeStorage();
    storage.isRefused = true;
    expect(await ask(excel.open({ storage }))).toEqual(NO_KEY);
  });

  it('is still used when the browser takes nothing more, and stays one account', async () => {
    const runtime = excel.open();
    runtime.storage.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const first = await ask(runtime);
    const second = await ask(runtime);
    expect({ first, second, requests: await requests() }).toEqual({
      first: { ok: true, table: [['Stripe']] },
      second: { ok: true, table: [['Stripe']] },
      requests: 1,
    });
  });
});

describe('the account', () => {
  it('gets a random id beside the key, which stays', async () => {
    const runtime = excel.open();
    await ask(runtime);
    const made = runtime.storage.getItem('trace.accountId');
    await ask(runtime, 'shopify.com');
    expect({ made, kept: runtime.storage.getItem('trace.accountId') }).toEqual({
      made: expect.stringMatching(/^[0-9a-f-]{32,36}$/),
      kept: made,
    });
  });

  it('that is different is asked for again', async () => {
    const runtime = excel.open();
    await ask(runtime);
    runtime.storage.setItem('trace.accountId', 'another');
    await ask(runtime);
    expect(await requests()).toBe(2);
  });
});

describe('what leaves the page', () => {
  it.each(['server-error', 'key-revoked', 'malformed-json', 'html-404', 'credits-out'])(
    'holds the key in its header only, also with the fault "%s"',
    async (fault) => {
      await excel.sandbox.faults({ fault, times: 1 });
      const runtime = excel.open();
      const results = [
        await ask(runtime),
        await runtime.call('TRACE_PARTNERS', [['stripe.com'], ['shopify.com']], null, null),
        await runtime.call('TRACE_TECH', [['stripe']], null, null),
      ];
      const seen = JSON.stringify([
        results,
        runtime.logged,
        runtime.sent.map(({ headers, ...rest }) => ({ ...rest, headers: { ...headers, 'X-API-Key': '' } })),
      ]);
      expect({
        isKeySeen: seen.includes(DEMO_KEY),
        keysSent: new Set(runtime.sent.map(({ headers }) => headers['X-API-Key'])),
      }).toEqual({ isKeySeen: false, keysSent: new Set([DEMO_KEY]) });
    },
  );

  it('goes to the page\u2019s own origin only', async () => {
    const runtime = excel.open();
    await runtime.call('TRACE_PARTNERS', [['stripe.com'], ['shopify']], [['name, type']], null);
    const origins = runtime.sent.map(({ url }) => url.slice(0, url.indexOf('/v1/')));
    expect(new Set(origins)).toEqual(new Set([excel.sandbox.origin]));
  });

  it('does not follow a redirect', async () => {
    let followed = 0;
    const elsewhere = await serve(createServer((_request, response) => response.end(String((followed += 1)))));
    const here = await serve(
      createServer((_request, response) => response.writeHead(307, { Location: elsewhere.origin }).end()),
    );
    const runtime = excel.open({ origin: here.origin, hurry: 100 });
    const shown = errorOf(await ask(runtime));
    here.stop();
    elsewhere.stop();
    expect({ error: shown?.error, followed }).toEqual({ error: '#N/A', followed: 0 });
  });
});

async function serve(server: Server): Promise<{ readonly origin: string; stop(): void }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}
