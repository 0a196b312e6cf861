import { compileAll, compileWith } from './compile';

const ENTRY = `
  import type { FunctionSpec } from './types';
  export const BROKEN = [{
    id: 'TRACE_X', about: 'x', family: 'Help', costs: 'x', params: [], fields: [], defaultFields: [],
    options: [], top: { usual: null, most: 1 }, headers: 0, operations: [], examples: EXAMPLES,
  }] as const satisfies readonly FunctionSpec[];`;

interface Planted {
  readonly border: string;
  readonly path: string;
  readonly source: string;
  /** What the compiler says; `null`: nothing. */
  readonly stopped: RegExp | null;
}

const IN_CORE: readonly Planted[] = [
  {
    border: 'the network in the core',
    path: 'shared/network.ts',
    source: "export const x = fetch('https://a.example');",
    stopped: /TS2304/,
  },
  {
    border: 'a timer in the core',
    path: 'shared/timer.ts',
    source: 'export const x = setTimeout(() => undefined, 1);',
    stopped: /TS2304/,
  },
  {
    border: 'a URL in the core',
    path: 'shared/url.ts',
    source: "export const x = new URL('https://a.example');",
    stopped: /TS2304/,
  },
  {
    border: 'Google in the core',
    path: 'shared/google.ts',
    source: 'export const x = SpreadsheetApp.getActive();',
    stopped: /TS2304/,
  },
  {
    border: 'Microsoft in the core',
    path: 'shared/microsoft.ts',
    source: 'export const x = Office.context;',
    stopped: /TS2503|TS2304/,
  },
  {
    border: 'Node in the core',
    path: 'shared/node.ts',
    source: "import { readFileSync } from 'node:fs'; export const x = readFileSync;",
    stopped: /TS2307|TS2591/,
  },
  {
    border: 'a page in the core',
    path: 'shared/page.ts',
    source: 'export const x = document.title;',
    stopped: /TS2584|TS2304/,
  },
  {
    border: 'an entry without examples',
    path: 'shared/catalogue/broken.ts',
    source: ENTRY.replace('EXAMPLES', '[]'),
    stopped: /TS2322/,
  },
  {
    border: 'a function without a body',
    path: 'shared/functions/broken.ts',
    source: `
      import { BODIES } from './call';
      const { TRACE_TECH, ...others } = BODIES;
      export const broken: typeof BODIES = others; export const tech = TRACE_TECH;`,
    stopped: /TS2741 Property 'TRACE_TECH' is missing/,
  },
  {
    border: 'an error code without a sentence',
    path: 'shared/errors/without-sentence.ts',
    source: `
      import { SENTENCES } from './sentences';
      const { noKey, ...others } = SENTENCES;
      export const broken: typeof SENTENCES = others; export const rest = noKey;`,
    stopped: /TS2741 Property 'noKey' is missing/,
  },
  {
    border: 'an error code without traits',
    path: 'shared/errors/without-traits.ts',
    source: `
      import { TRAITS } from './traits';
      const { noKey, ...others } = TRAITS;
      export const broken: typeof TRAITS = others; export const rest = noKey;`,
    stopped: /TS2741 Property 'noKey' is missing/,
  },
  {
    border: 'nothing in a file that keeps the borders',
    path: 'shared/kept.ts',
    source: "import { isBlank } from './cells/values'; export const x = isBlank('');",
    stopped: null,
  },
  {
    border: 'nothing in an entry with an example',
    path: 'shared/catalogue/kept.ts',
    source: ENTRY.replace('EXAMPLES', "[{ about: 'x', args: [] }]"),
    stopped: null,
  },
];

describe('the compiler stops', () => {
  let said: Readonly<Record<string, readonly string[]>>;
  beforeAll(() => {
    said = compileAll('shared', Object.fromEntries(IN_CORE.map(({ path, source }) => [path, source])));
  });

  it.each(IN_CORE)('$border', ({ path, stopped }) => {
    if (stopped === null) expect(said[path]).toEqual([]);
    else expect(said[path]!.join('\n')).toMatch(stopped);
  });

  it('a host in the core, even as a type', () => {
    const source = "import type { HOST } from '../workbook/served/address'; export type X = typeof HOST;";
    expect(compileWith('shared', 'shared/broken.ts', source).join('\n')).toContain('TS6059');
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
});
