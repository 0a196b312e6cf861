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
      import { BODIES } from './call';
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
