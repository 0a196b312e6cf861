import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { makePanelScripts } from '../../bundling/panel-scripts';
import { excelAddinFolder } from '../fakes/excel/functions-bundle';

/** Generous: fails only where a library slipped in. */
const FIRST_PAINT_GZIP_BYTES = 130 * 1_024;
const ALL_GZIP_BYTES = 300_000;
const PAGE = 'shared/panel';

let folder: string;
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = await excelAddinFolder();
});

const scripts = (): readonly string[] => readdirSync(folder).filter((name) => /^taskpane.*\.js$/.test(name));

/** By name, once it is parsed. */
const imports = new Map<string, readonly string[]>();

/** The scripts that have to be there before `taskpane.js` runs, and itself. */
function firstScripts(name = 'taskpane.js'): readonly string[] {
  const imported = imports.get(name) ?? importsOf(name);
  imports.set(name, imported);
  return [...new Set([name, ...imported.flatMap((path) => firstScripts(path))])];
}

function importsOf(name: string): readonly string[] {
  const { body } = parse(read(name), { ecmaVersion: 2020, sourceType: 'module' });
  const paths = body.flatMap((node) => (node.type === 'ImportDeclaration' ? [String(node.source.value)] : []));
  return paths.map((path) => path.slice('./'.length));
}

const sizeOf = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);

describe('taskpane.js', () => {
  it('is a module of ES2020, and so is all that it loads', () => {
    const parseAll = (): unknown =>
      scripts().map((name) => parse(read(name), { ecmaVersion: 2020, sourceType: 'module' }));
    expect(parseAll).not.toThrow();
  });

  it('is no larger than it was, compressed, with what it needs for the first paint', () => {
    expect(sizeOf(firstScripts())).toBeLessThanOrEqual(FIRST_PAINT_GZIP_BYTES);
  });

  it('is no larger than it was, compressed, with all that it may load', () => {
    expect(sizeOf(scripts())).toBeLessThanOrEqual(ALL_GZIP_BYTES);
  });

  it('holds no file of another host, of a server or of the tests', async () => {
    const foreign = /^(apps-script|workbook|sandbox|relay|test|bench)\/|@microsoft|univer|node_modules\/react/;
    const { used } = await makePanelScripts('', null);
    expect({ usesMany: used.length > 100, foreign: used.filter((path) => foreign.test(path)) }).toEqual({
      usesMany: true,
      foreign: [],
    });
  });

  it('tells nothing of the machine that built it', () => {
    expect(scripts().filter((name) => read(name).includes(process.cwd()))).toEqual([]);
  });
});

describe('taskpane.html', () => {
  it("loads Microsoft's script, then the functions before the first calculation, and the panel as a module, which runs last", () => {
    const tags = [...read('taskpane.html').matchAll(/<script( type="module")? src="([^"]+)"(?: data-office[^>]*)?>/g)];
    expect(tags.map(([, type, source]) => [source, type !== undefined])).toEqual([
      // Says so where office.js is late or blocked.
      ['office-late.js', false],
      ['taskpane.js', true],
      ['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', false],
      [expect.stringMatching(/^functions\.js\?[\w-]{12}$/), false],
    ]);
  });

  it('asks for the functions by the version with which the panel shares objects', () => {
    const [, version = 'none'] = /functions\.js\?([\w-]+)/.exec(read('taskpane.html')) ?? [];
    expect([read('functions.js'), scripts().map(read).join()].map((text) => text.includes(version))).toEqual([
      true,
      true,
    ]);
  });

  it('has a heading to paint before office.js and the functions are loaded', () => {
    const [before = ''] = read('taskpane.html').split('<script src="https:');
    expect(before).toContain('<h1>Trace</h1>');
  });

  it('asks for all scripts of the first paint at once', () => {
    const preloaded = [...read('taskpane.html').matchAll(/<link rel="modulepreload" href="([^"]+)"/g)];
    expect(preloaded.map(([, name = '']) => name).sort()).toEqual([...firstScripts()].sort());
  });

  it('has no script and no style in it, so that a policy may forbid them', () => {
    expect(read('taskpane.html')).not.toMatch(/<script>|<style|\s(style|on\w+)=/);
  });
});

describe('taskpane.css', () => {
  it('touches nothing outside the panel', () => {
    const withoutMedia = read('taskpane.css')
      .replace(/@keyframes trace-[a-z]+\{[^{}]*\{[^{}]*\}\}/g, '')
      .replace(/@media[^{]+\{/g, '');
    const selectors = [...withoutMedia.matchAll(/([^{}]+)\{[^{}]*\}/g)].flatMap(([, list = '']) =>
      splitSelectors(list),
    );
    expect({
      hasSelectors: selectors.length > 20,
      // `html` only where the panel is a page of its own, as in Excel.
      outside: selectors.filter((selector) => !/^(html:has\(>)?\.trace-panel/.test(selector)),
    }).toEqual({ hasSelectors: true, outside: [] });
  });

  it('loads nothing', () => {
    expect(read('taskpane.css')).not.toMatch(/url\(|@import/);
  });
});

describe('the page', () => {
  it('never makes markup of text', () => {
    const sources = readdirSync(PAGE).filter((name) => /\.tsx?$/.test(name));
    const asMarkup = /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write/;
    expect(sources.filter((name) => asMarkup.test(readFileSync(join(PAGE, name), 'utf8')))).toEqual([]);
  });
});

/** A comma inside `:is(…)` separates nothing. */
function splitSelectors(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}
