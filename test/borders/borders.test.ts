import { ESLint } from 'eslint';
import config from '../../eslint.config.mjs';
import { compileWith } from './compile';

const ENTRY = `
  import type { FunctionSpec } from './types';
  export const BROKEN = [{
    id: 'TRACE_X', about: 'x', family: 'Help', costs: 'x', params: [], fields: [], defaultFields: [],
    options: [], top: { usual: null, most: 1 }, headers: 0, operations: [], examples: EXAMPLES,
  }] as const satisfies readonly FunctionSpec[];`;

describe('the compiler stops', () => {
  it.each([
    ['the network in the core', "export const x = fetch('https://a.example');", 'TS2304'],
    ['a timer in the core', 'export const x = setTimeout(() => undefined, 1);', 'TS2304'],
    ['a URL in the core', "export const x = new URL('https://a.example');", 'TS2304'],
    ['Google in the core', 'export const x = SpreadsheetApp.getActive();', 'TS2304'],
    ['Microsoft in the core', 'export const x = Office.context;', 'TS2503|TS2304'],
    ['Node in the core', "import { readFileSync } from 'node:fs'; export const x = readFileSync;", 'TS2307|TS2591'],
    ['a page in the core', 'export const x = document.title;', 'TS2584|TS2304'],
    [
      'a host in the core, even as a type',
      "import type { buildAll } from '../build'; export type X = typeof buildAll;",
      'TS6059',
    ],
  ])('%s', (_border, source, code) => {
    expect(compileWith('shared', 'shared/broken.ts', source).join('\n')).toMatch(new RegExp(code));
  });

  it('a page in the Google host', () => {
    expect(compileWith('apps-script', 'apps-script/broken.ts', 'export const x = document.title;').join()).toMatch(
      /TS2584|TS2304/,
    );
  });

  it('Google in the Excel host', () => {
    expect(compileWith('excel-addin', 'excel-addin/broken.ts', 'export const x = UrlFetchApp;').join()).toContain(
      'TS2304',
    );
  });

  it('an entry without examples', () => {
    const source = ENTRY.replace('EXAMPLES', '[]');
    expect(compileWith('shared', 'shared/catalogue/broken.ts', source).join()).toContain('TS2322');
  });

  it('a function without a body', () => {
    const source = `
      import { BODIES } from './bodies';
      const { TRACE_TECH, ...others } = BODIES;
      export const broken: typeof BODIES = others; export const tech = TRACE_TECH;`;
    expect(compileWith('shared', 'shared/functions/broken.ts', source).join()).toContain(
      "TS2741 Property 'TRACE_TECH' is missing",
    );
  });

  it('an error code without a sentence', () => {
    const source = `
      import { SENTENCES } from './sentences';
      const { noKey, ...others } = SENTENCES;
      export const broken: typeof SENTENCES = others; export const rest = noKey;`;
    expect(compileWith('shared', 'shared/errors/broken.ts', source).join()).toContain(
      "TS2741 Property 'noKey' is missing",
    );
  });

  it('an error code without traits', () => {
    const source = `
      import { TRAITS } from './traits';
      const { noKey, ...others } = TRAITS;
      export const broken: typeof TRAITS = others; export const rest = noKey;`;
    expect(compileWith('shared', 'shared/errors/broken.ts', source).join()).toContain(
      "TS2741 Property 'noKey' is missing",
    );
  });

  it('nothing in a file that keeps the borders', () => {
    const source = "import { isBlank } from './cells/values'; export const x = isBlank('');";
    expect(compileWith('shared', 'shared/kept.ts', source)).toEqual([]);
  });

  it('nothing in an entry with an example', () => {
    const source = ENTRY.replace('EXAMPLES', "[{ about: 'x', args: [] }]");
    expect(compileWith('shared', 'shared/catalogue/kept.ts', source)).toEqual([]);
  });
});

describe('lint stops', () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      ...config,
      { languageOptions: { parserOptions: { projectService: false, project: null } }, rules: UNTYPED() },
    ],
  });

  /** Rules that need types cannot run on text that is no file; they are tried by the lint run itself. */
  function UNTYPED(): Record<string, 'off'> {
    return Object.fromEntries(
      ['no-floating-promises', 'no-misused-promises', 'only-throw-error', 'switch-exhaustiveness-check'].map((rule) => [
        `@typescript-eslint/${rule}`,
        'off',
      ]),
    );
  }

  async function rulesBroken(filePath: string, source: string): Promise<readonly (string | null)[]> {
    const [result] = await eslint.lintText(source, { filePath });
    return result!.messages.map(({ ruleId }) => ruleId);
  }

  it.each([
    ...[
      'apps-script/x.ts',
      'excel-addin/x.ts',
      'workbook/x.ts',
      'relay/x.ts',
      'check-api/x.ts',
      'docs/x.ts',
      'bench/x.ts',
    ].map((filePath): [string, string, string, string] => [
      `what goes past the doors of the core in ${filePath}`,
      filePath,
      "import { sendAll } from '../shared/client/send'; export { sendAll };",
      'no-restricted-imports',
    ]),
    [
      'a type that is taken past the doors',
      'excel-addin/x.ts',
      "import type { Exchange } from '../shared/client/exchange'; export type X = Exchange;",
      'no-restricted-imports',
    ],
    [
      'help texts in a host',
      'apps-script/x.ts',
      "import { OPTIONS } from '../shared/reference'; export { OPTIONS };",
      'no-restricted-imports',
    ],
    [
      'one host in another',
      'excel-addin/x.ts',
      "import { x } from '../apps-script/main'; export { x };",
      'no-restricted-imports',
    ],
    [
      'the workbook in the Excel bundle',
      'excel-addin/x.ts',
      "import { x } from '../workbook/main'; export { x };",
      'no-restricted-imports',
    ],
    [
      'a host in the core',
      'shared/x.ts',
      "import { x } from '../apps-script/main'; export { x };",
      'no-restricted-imports',
    ],
    [
      'a test in the product',
      'apps-script/x.ts',
      "import { x } from '../test/fakes/memory-host'; export { x };",
      'no-restricted-imports',
    ],
    [
      'the texts of the help pages in the product',
      'excel-addin/x.ts',
      "import { PROBLEM_GROUPS } from '../docs/site/problems/index'; export { PROBLEM_GROUPS };",
      'no-restricted-imports',
    ],
    [
      'the sandbox in the check of the API',
      'check-api/x.ts',
      "import { ROUTES } from '../sandbox/index'; export { ROUTES };",
      'no-restricted-imports',
    ],
    ...['shared/x.ts', 'excel-addin/x.ts', 'sandbox/x.ts', 'docs/site/x.ts'].map(
      (filePath): [string, string, string, string] => [
        `the check of the API in ${filePath}`,
        filePath,
        "import { CONTRACT } from '../check-api/shapes/contract'; export { CONTRACT };",
        'no-restricted-imports',
      ],
    ),
    ['the clock in the core', 'shared/x.ts', 'export const x = Date.now();', 'no-restricted-properties'],
    ['the clock in other words', 'shared/x.ts', 'export const x = new Date();', 'no-restricted-syntax'],
    ['chance in the core', 'shared/x.ts', 'export const x = Math.random();', 'no-restricted-properties'],
    ['the console in the core', 'shared/x.ts', "console.log('x');", 'no-console'],
    ['a surface that nobody wrote out', 'shared/x.ts', "export * from './errors';", 'no-restricted-syntax'],
    ['any', 'shared/x.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ])('%s', async (_border, filePath, source, rule) => {
    expect(await rulesBroken(filePath, source)).toContain(rule);
  });

  it.each([
    ['apps-script/x.ts', "import { callInParts } from '../shared/formulas'; export { callInParts };"],
    ['excel-addin/x.ts', "import { startPage } from '../shared/panel/page'; export { startPage };"],
    ['check-api/x.ts', "import { lists } from '../shared/api'; export { lists };"],
    ['apps-script/build.ts', "import { toSheetsStubs } from '../shared/reference'; export { toSheetsStubs };"],
  ])('nothing in %s that comes through a door', async (filePath, source) => {
    expect(await rulesBroken(filePath, source)).toEqual([]);
  });
});
