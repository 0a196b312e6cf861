import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { makeFunctionScripts } from '../../bundling/function-scripts';
import { FUNCTIONS } from '../../shared/formulas';
import { RARE_SENTENCES } from '../../shared/rare-formulas';
import { excelAddinFiles, type ExcelAddinFiles } from '../fakes/excel/functions-bundle';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { readErrorCell } from '../fakes/excel/results';
import { ExcelRuntime, type RuntimeOptions } from '../fakes/excel/runtime';

/** A page with formulas loads all of it before the first cell is answered; docs/performance.md. */
const SIZE_LIMIT_GZIP_BYTES = 70 * 1_024;
/** Only a page whose formulas call a rare function loads it, once; this keeps it from growing unseen. */
const LATE_GZIP_BYTES = 70 * 1_024;
const IDS = FUNCTIONS.map(({ id }) => id);
let functions: string;
let late: ExcelAddinFiles['late'];
let metadata: string;
/** Made by the first test that asks for them. */
let made: ReturnType<typeof makeFunctionScripts> | undefined;
const pages: ExcelRuntime[] = [];

beforeAll(async () => {
  ({ functions, late, metadata } = await excelAddinFiles());
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
    const result = await open({ errorComesLater: true, storage: new FakeStorage() }).call('TRACE_TECH', [
      ['stripe.com'],
    ]);
    expect(result.ok && result.table[0]?.[0]).toMatchObject({ type: 'Error', basicValue: '#N/A' });
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

  it('leaves no global behind, nor does what it loads', async () => {
    const empty = open({ bundle: '' });
    const page = open();
    await page.call('TRACE_FIELDS', null);
    expect({ scripts: page.scripts, globals: page.globals }).toEqual({ scripts: [late.name], globals: empty.globals });
  });

  it('names no problem whose sentence comes with the rare functions', () => {
    const codes = Object.keys(RARE_SENTENCES);
    const named = (text: string): readonly string[] => codes.filter((code) => text.includes(`"${code}"`));
    expect({ first: named(functions), late: named(late.text) }).toEqual({ first: [], late: codes });
  });

  it('shows a sentence that has come with a rare function', async () => {
    const result = await open().call('TRACE_GET', '/companies/stripe.com?page=2', null, null);
    expect(result.ok && readErrorCell(result.table[0]?.[0])).toEqual({
      error: '#VALUE!',
      sentence: 'Remove "page" from the path. Set the number of rows with the option "top=20".',
    });
  });

  it('says in no cell of Excel what only Google does', () => {
    const said = [functions, late.text].flatMap((text) => text.match(/[^"`]*\bGoogle [^"`]*/g) ?? []);
    expect(said.filter((sentence) => !/In a shared Google Sheet, the owner /.test(sentence))).toEqual([]);
  });

  it('is a classic script of ES2020, and so is all that it loads', () => {
    const parseAll = (): unknown =>
      [functions, late.text].map((text) => parse(text, { ecmaVersion: 2020, sourceType: 'script' }));
    expect(parseAll).not.toThrow();
  });

  it('imports nothing and runs no text as code, nor does what it loads', () => {
    expect(functions + late.text).not.toMatch(/\bimport\s*\(|\brequire\s*\(|\beval\s*\(|\bnew Function\b/);
  });

  it(`is at most ${SIZE_LIMIT_GZIP_BYTES} bytes, compressed`, () => {
    expect(gzipSync(functions).length).toBeLessThanOrEqual(SIZE_LIMIT_GZIP_BYTES);
  });

  it(`loads at most ${LATE_GZIP_BYTES} bytes more, compressed`, () => {
    expect(gzipSync(late.text).length).toBeLessThanOrEqual(LATE_GZIP_BYTES);
  });

  it('holds no file of another host, of a server or of the tests', async () => {
    const { inputs } = await (made ??= makeFunctionScripts(true));
    const foreign = /^(apps-script|workbook|sandbox|relay|test|bench)\/|@microsoft|univer|preact|react/;
    expect(inputs.filter((path) => foreign.test(path))).toEqual([]);
  });

  it('comes out the same from the same sources', async () => {
    const [first, second] = await Promise.all([(made ??= makeFunctionScripts(true)), makeFunctionScripts(true)]);
    expect(first).toEqual(second);
  });

  it('tells nothing of the machine that built it', () => {
    expect(functions + late.text + metadata).not.toContain(process.cwd());
  });
});
