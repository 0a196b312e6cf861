import { readFileSync } from 'node:fs';
import { FakeStorage } from '../test/fakes/excel/fake-storage';
import { FakeDatabases } from '../test/replay/fake-indexed-db';
import type { Service } from './service';

const ORIGIN = 'https://addin.example';
const BOOK_URL = 'https://files.example/leads.xlsx';
/** Set in the workbook and for its owner in this browser. */
const FREELY = '{"mode":"freely"}';

type Implementation = (...received: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

/** The built `functions.js` in a page with real timers, an in-memory database and the service of the benchmark. */
export function openExcelPage(
  service: Service,
  // Node's structured clone is ten times slower than a browser's.
  databases = new FakeDatabases((value) => value),
  code = readFileSync('dist/excel-addin/functions.js', 'utf8'),
): (id: string, input: unknown) => Promise<unknown> {
  const implementations = new Map<string, Implementation>();
  const storage = new FakeStorage();
  storage.setItem('trace.apiKey', 'trace_demo');
  storage.setItem('trace.accountId', 'bench');
  storage.setItem(`trace.policy|${BOOK_URL}`, FREELY);
  const settings = { get: () => JSON.parse(FREELY) as unknown };
  const globals: Readonly<Record<string, unknown>> = {
    globalThis: { Object },
    setTimeout,
    clearTimeout,
    fetch: (url: string, init: { method: string; body?: string }) => service.fetch(url.slice(ORIGIN.length), init),
    location: { origin: ORIGIN },
    localStorage: storage,
    indexedDB: databases.openFor({ after: (_delayMs, act) => void setImmediate(act), effect: () => true }),
    Office: { context: { document: { settings, url: BOOK_URL } } },
    CustomFunctions: {
      associate: (id: string, implementation: Implementation) => implementations.set(id, implementation),
    },
  };
  // Not in its own context: there V8 looks up each global through Node, which no browser does.
  new Function(...Object.keys(globals), code)(...Object.values(globals));
  return async (id, input) => {
    const table = await implementations.get(id)!(input, [['name']], {});
    return table.length === 1 ? table[0]![0] : table.map(([cell]) => cell);
  };
}
