import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { makeFunctionsScript } from '../../bundling/functions-script';
import { FUNCTIONS } from '../../shared/formulas';
import { excelAddinFiles } from '../fakes/excel/functions-bundle';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { ExcelRuntime, type RuntimeOptions } from '../fakes/excel/runtime';

/** Fails only where a library slipped in: docs/performance.md tells the size as a trend. */
const SIZE_LIMIT_GZIP_BYTES = 70 * 1_024;
const IDS = FUNCTIONS.map(({ id }) => id);
let functions: string;
let metadata: string;
/** Made by the first test that asks for them. */
let made: ReturnType<typeof makeFunctionsScript> | undefined;
const pages: ExcelRuntime[] = [];

beforeAll(async () => {
  ({ functions, metadata } = await excelAddinFiles());
});
afterAll(() => pages.forEach((page) => page.stop()));

function open(options: Partial<RuntimeOptions> = {}): ExcelRuntime {
  const page = new ExcelRuntime({ origin: 'https://addin.example', bundle: functions, ...options });
  pages.push(page);
  return page;
}

describe('functions.js', () => {
  it('associates every function of the catalogue once', () => {
    expect(open().associated).toEqual(IDS);
  });

  it('associates what functions.json declares, and nothing else', () => {
    const declared = (JSON.parse(metadata) as { functions: { id: string; name: string }[] }).functions;
    expect(declared.map(({ id, name }) => [id, name])).toEqual(open().associated.map((id) => [id, id]));
  });

  it('is found by Excel whatever the case of the name', async () => {
    const result = await open().call('trace_fields', null);
    expect(result.ok && result.table[0]).toEqual(['function', 'field', 'example']);
  });

  it('loads before CustomFunctions.Error is there, and uses it once it is', async () => {
    const result = await open({ errorComesLater: true }).call('TRACE_TECH', [['stripe.com']], [['no_such_field']]);
    expect(result.ok && result.table[0]?.[0]).toMatchObject({ type: 'Error', basicValue: '#VALUE!' });
  });

  it('asks nothing and remembers nothing while it loads', () => {
    const page = open({ settings: new Map() });
    expect({ sent: page.sent, stored: page.storage.entries.size, logged: page.logged }).toEqual({
      sent: [],
      stored: 0,
      logged: [],
    });
  });

  it('loads where storage is refused', () => {
    const storage = new FakeStorage();
    storage.isRefused = true;
    expect(open({ storage }).associated).toEqual(IDS);
  });

  it('leaves no global behind', async () => {
    const empty = open({ bundle: '' });
    const page = open();
    await page.call('TRACE_FIELDS', null);
    expect(page.globals).toEqual(empty.globals);
  });

  it('is a classic script of ES2020', () => {
    expect(() => parse(functions, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  });

  it('is all of it: it loads no other script, and runs no text as code', () => {
    expect(functions).not.toMatch(/\bimport\s*\(|\brequire\s*\(|createElement|\beval\s*\(|\bnew Function\b/);
  });

  it(`is at most ${SIZE_LIMIT_GZIP_BYTES} bytes, compressed`, () => {
    expect(gzipSync(functions).length).toBeLessThanOrEqual(SIZE_LIMIT_GZIP_BYTES);
  });

  it('holds no file of another host, of a server or of the tests', async () => {
    const { used } = await (made ??= makeFunctionsScript());
    const foreign = /^(apps-script|workbook|sandbox|relay|test|bench)\/|@microsoft|univer|preact|react/;
    expect(used.filter((path) => foreign.test(path))).toEqual([]);
  });

  it('comes out the same from the same sources', async () => {
    const [first, second] = await Promise.all([(made ??= makeFunctionsScript()), makeFunctionsScript()]);
    expect(first).toEqual(second);
  });

  it('tells nothing of the machine that built it', () => {
    expect(functions + metadata).not.toContain(process.cwd());
  });
});
