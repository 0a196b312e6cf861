import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createContext, Script } from 'node:vm';
import { tokenizer } from 'acorn';
import { FUNCTIONS } from '../../shared/formulas';
import { hintOf } from '../../shared/reference';
import { toOneLine } from '../../shared/catalogue/derive/hints';
import { buildAddon } from '../fakes/apps-script/built-addon';
import { findTopLevelFunctions, parseScript } from '../fakes/apps-script/top-level';
import type { AddonFiles } from '../fakes/apps-script/world';
import { cutComments } from '../fakes/sidebar-frame/cut-comments';

/** Fails only where a library slipped in: docs/performance.md tells the size as a trend. */
const CODE_LIMIT_BYTES = 450_000;
const PAGE_LIMIT_GZIP_BYTES = 260_000;

/** What the items of the menu call. */
const MENU = [
  'openSidebar',
  'openEnrich',
  'openExplore',
  'openFormula',
  'openHelp',
  'insertSelfTest',
  'useHere',
  'fetchWaiting',
  'retryProblems',
  'freezeSelection',
  'freezeSheet',
  'freezeFile',
  'reconnectFormulas',
  'restoreFrozen',
];

/** What the bundle may know besides the language: no browser, no Node. */
const GOOGLE = [
  'CacheService',
  'HtmlService',
  'LockService',
  'PropertiesService',
  'ScriptApp',
  'SpreadsheetApp',
  'UrlFetchApp',
  'Utilities',
];

let files: AddonFiles;
let topLevel: ReturnType<typeof findTopLevelFunctions>;

beforeAll(async () => {
  files = await buildAddon();
  topLevel = findTopLevelFunctions(files.code);
});

describe('Code.js', () => {
  it('declares the functions of the catalogue with their parameters, and what Google calls, and no other', () => {
    expect(topLevel.map(({ name, params }) => [name, params])).toEqual([
      ...FUNCTIONS.map(({ id, params }) => [id, params.map(({ name }) => name)]),
      ['onOpen', ['event']],
      ['onInstall', ['event']],
      ...MENU.map((name) => [name, []]),
      ['rpc', ['name', 'args']],
      ['TRACE_STORES', []],
    ]);
  });

  it('shows exactly the functions of the catalogue in the list that Sheets offers', () => {
    const shown = topLevel.filter(({ comment }) => comment.includes('@customfunction'));
    expect(shown.map(({ name }) => name)).toEqual(FUNCTIONS.map(({ id }) => id));
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
    'keeps the help of %s, which Sheets reads from the comment above it',
    (id, spec) => {
      const { comment } = topLevel.find(({ name }) => name === id) ?? { comment: '' };
      const lines = spec.params.map((param) => {
        const { name, optional } = param;
        const { about: text, example } = hintOf(spec, param);
        return ` * @param {any} ${name} ${optional ? 'Optional. ' : ''}${text}${text.includes(example) ? '' : ` Example: ${example}`}`;
      });
      expect(comment.split('\n')).toEqual(expect.arrayContaining([` * ${toOneLine(spec)}`, ...lines]));
    },
  );

  it('declares one variable besides', () => {
    const others = parseScript(files.code).body.filter(({ type }) => type !== 'FunctionDeclaration');
    expect(others.map(({ start }) => files.code.slice(start, start + 10))).toEqual(['"use stric', 'var addon=']);
  });

  it('has only the syntax of ES2020, which knows neither private nor static class fields: Apps Script refuses them', () => {
    expect(() => parseScript(files.code)).not.toThrow();
  });

  it('waits for nothing: no promise, no async function', () => {
    const words = wordsOf(files.code);
    expect(['Promise', 'async', 'await', 'then'].filter((word) => words.has(word))).toEqual([]);
  });

  it('evaluates no text', () => {
    const words = wordsOf(files.code);
    expect(['eval', 'Function'].filter((word) => words.has(word))).toEqual([]);
  });

  it('knows no global but those of Apps Script', () => {
    expect(unknownGlobals(files.code)).toEqual([]);
    expect(unknownGlobals(`${files.code}; typeof setTimeout;`)).toEqual(["'setTimeout' is not defined."]);
  });

  it(`is at most ${CODE_LIMIT_BYTES} bytes`, () => {
    expect(Buffer.byteLength(files.code)).toBeLessThanOrEqual(CODE_LIMIT_BYTES);
  });

  it("finds Google's services for the menu and the panel also where they are no globals", () => {
    const said: string[] = [];
    const menu: unknown = new Proxy({}, { get: (_menu, name) => () => (said.push(String(name)), menu) });
    const context = createContext({});
    const toRun = `((SpreadsheetApp, ScriptApp) => { ${files.code}; return openHelp; })`;
    const openHelp = new Script(toRun).runInContext(context) as (...services: object[]) => () => void;
    openHelp({ getUi: () => menu }, { requireAllScopes: () => undefined, AuthMode: {} })();
    expect(said).toEqual(['alert']);
  });

  it('is evaluated where there is nothing but the language', () => {
    const context = createContext({});
    new Script(files.code).runInContext(context);
    expect(Object.keys(context).sort()).toEqual(
      ['addon', 'onInstall', 'onOpen', ...MENU, 'rpc', 'TRACE_STORES', ...FUNCTIONS.map(({ id }) => id)].sort(),
    );
  });

  it('names the origin that it asks once', () => {
    expect(files.code.match(/["'`]https:\/\/api\.tracedata\.ai["'`]/g)).toHaveLength(1);
  });
});

/** The words of a script, outside of its texts. */
function wordsOf(script: string): ReadonlySet<string> {
  return new Set([...tokenizer(script, { ecmaVersion: 2020 })].map(({ start, end }) => script.slice(start, end)));
}

/** What the linter calls not defined in a script. */
function unknownGlobals(script: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'trace-globals-'));
  const rc = {
    categories: { correctness: 'off' },
    env: { es2020: true, builtin: false },
    globals: Object.fromEntries(GOOGLE.map((name) => [name, 'readonly'])),
    rules: { 'no-undef': ['error', { typeof: true }] },
  };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(rc));
  writeFileSync(join(folder, 'Code.cjs'), script);
  const linter = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return (JSON.parse(stdout) as { diagnostics: readonly { message: string }[] }).diagnostics.map(
    (found) => found.message,
  );
}

describe('Sidebar.html', () => {
  it('asks for no file', () => {
    // A script may assign a picture of its own making: `image.src=`.
    expect(files.html.match(/(?<!\.)\b(src|href)=|@import|url\(/g)).toBeNull();
  });

  it('comes out of HtmlService as it is', () => {
    expect(cutComments(files.html)).toBe(files.html);
  });

  it('ends its two scripts where they end', () => {
    expect(files.html.match(/<\/script/gi)).toHaveLength(2);
  });

  it('shows text as text', () => {
    expect(scriptsOf(files.html).join()).not.toMatch(
      /dangerouslySetInnerHTML:|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/,
    );
  });

  it('parses', () => {
    expect(() => scriptsOf(files.html).map((script) => new Script(script))).not.toThrow();
  });

  it('is small', () => {
    expect(gzipSync(files.html).byteLength).toBeLessThanOrEqual(PAGE_LIMIT_GZIP_BYTES);
  });
});

describe('appsscript.json', () => {
  it('asks for three scopes and one address, and is the manifest of an editor add-on', () => {
    expect(JSON.parse(files.manifest)).toEqual({
      timeZone: 'Etc/UTC',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.external_request',
        'https://www.googleapis.com/auth/script.container.ui',
      ],
      urlFetchWhitelist: ['https://api.tracedata.ai/'],
    });
  });
});

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
}
