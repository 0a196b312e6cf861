import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Planted {
  readonly border: string;
  /** The folder that it is planted in. */
  readonly folder: string;
  readonly source: string;
  /** The rule that has to stop it, as the linter names it; `null`: none may. */
  readonly stopped: string | null;
}

const IMPORTS = 'eslint(no-restricted-imports)';
const HOSTS = ['apps-script', 'excel-addin', 'workbook', 'relay', 'check-api', 'docs', 'bench'];

const PLANTED: readonly Planted[] = [
  ...HOSTS.map((folder) => ({
    border: `what goes past the doors of the core in ${folder}`,
    folder,
    source: "import { sendAll } from '../shared/client/send'; export { sendAll };",
    stopped: IMPORTS,
  })),
  {
    border: 'a type that is taken past the doors',
    folder: 'excel-addin',
    source: "import type { Exchange } from '../shared/client/exchange'; export type X = Exchange;",
    stopped: IMPORTS,
  },
  {
    border: 'what lies deep behind a door that is a folder too',
    folder: 'excel-addin',
    source: "import { x } from '../shared/panel/enrich/choice'; export { x };",
    stopped: IMPORTS,
  },
  {
    border: 'help texts in a host',
    folder: 'apps-script',
    source: "import { OPTIONS } from '../shared/reference'; export { OPTIONS };",
    stopped: IMPORTS,
  },
  {
    border: 'one host in another',
    folder: 'excel-addin',
    source: "import { x } from '../apps-script/main'; export { x };",
    stopped: IMPORTS,
  },
  {
    border: 'the workbook in the Excel bundle',
    folder: 'excel-addin',
    source: "import { x } from '../workbook/main'; export { x };",
    stopped: IMPORTS,
  },
  {
    border: 'a host in the core',
    folder: 'shared',
    source: "import { x } from '../apps-script/main'; export { x };",
    stopped: IMPORTS,
  },
  {
    border: 'a test in the product',
    folder: 'apps-script',
    source: "import { x } from '../test/fakes/memory-host'; export { x };",
    stopped: IMPORTS,
  },
  {
    border: 'the texts of the help pages in the product',
    folder: 'excel-addin',
    source: "import { PROBLEM_GROUPS } from '../docs/site/problems'; export { PROBLEM_GROUPS };",
    stopped: IMPORTS,
  },
  {
    border: 'the sandbox in the check of the API',
    folder: 'check-api',
    source: "import { ROUTES } from '../sandbox/index'; export { ROUTES };",
    stopped: IMPORTS,
  },
  ...['shared', 'excel-addin', 'sandbox', 'docs'].map((folder) => ({
    border: `the check of the API in ${folder}`,
    folder,
    source: "import { CONTRACT } from '../check-api/shapes/contract'; export { CONTRACT };",
    stopped: IMPORTS,
  })),
  {
    border: 'the clock in the core',
    folder: 'shared',
    source: 'export const x = Date.now();',
    stopped: 'eslint(no-restricted-properties)',
  },
  {
    border: 'the clock in other words',
    folder: 'shared',
    source: 'export const x = new Date();',
    stopped: 'own(no-current-date)',
  },
  {
    border: 'chance in the core',
    folder: 'shared',
    source: 'export const x = Math.random();',
    stopped: 'eslint(no-restricted-properties)',
  },
  {
    border: 'a timer in the core',
    folder: 'shared',
    source: 'export const x = setTimeout(() => undefined, 1);',
    stopped: 'eslint(no-restricted-globals)',
  },
  { border: 'the console', folder: 'sandbox', source: "console.log('x');", stopped: 'eslint(no-console)' },
  {
    border: 'a surface that nobody wrote out',
    folder: 'shared',
    source: "export * from './errors';",
    stopped: 'own(no-export-all)',
  },
  {
    border: 'a name for what is caught that nobody reads',
    folder: 'bench',
    source: 'try { undefined!; } catch (error) {}',
    stopped: 'unicorn(prefer-optional-catch-binding)',
  },
  {
    border: 'any',
    folder: 'test',
    source: 'export const x: any = 1;',
    stopped: 'typescript(no-explicit-any)',
  },
  {
    border: 'a promise that nobody waits for',
    folder: 'relay',
    source: 'const x = async (): Promise<void> => undefined; x();',
    stopped: 'typescript(no-floating-promises)',
  },
  {
    border: 'a promise in place of a truth',
    folder: 'shared',
    source: 'const x = async (): Promise<boolean> => true; export const y = x() ? 1 : 2;',
    stopped: 'typescript(no-misused-promises)',
  },
  {
    border: 'what is thrown and is no error',
    folder: 'sandbox',
    source: "throw 'x';",
    stopped: 'typescript(only-throw-error)',
  },
  {
    border: 'a case that is forgotten',
    folder: 'check-api',
    source: "export const x = (y: 'a' | 'b'): number => { switch (y) { case 'a': return 1; } return 2; };",
    stopped: 'typescript(switch-exhaustiveness-check)',
  },
  ...[
    { folder: 'apps-script', source: "import { runSync } from '../shared/formulas'; export { runSync };" },
    { folder: 'excel-addin', source: "import { startPage } from '../shared/panel/page'; export { startPage };" },
    { folder: 'check-api', source: "import { lists } from '../shared/api'; export { lists };" },
    { folder: 'docs', source: "import { toSheetsStubs } from '../shared/reference'; export { toSheetsStubs };" },
  ].map((kept) => ({ ...kept, border: `nothing in ${kept.folder} that comes through a door`, stopped: null })),
];

/** Rules that were broken, by file. */
const broken = new Map<string, string[]>();
const fileOf = (planted: Planted): string => `${planted.folder}/planted-${PLANTED.indexOf(planted)}.ts`;

beforeAll(async () => {
  const project = mkdtempSync(join(tmpdir(), 'trace-lint-'));
  for (const name of ['oxlint.config.mjs', 'lint-rules.mjs']) copyFileSync(name, join(project, name));
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "ES2023" } }');
  for (const planted of PLANTED) {
    const path = join(project, fileOf(planted));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${planted.source}\n`);
  }
  for (const { filename, code } of await lint(project)) {
    broken.set(filename, [...(broken.get(filename) ?? []), code]);
  }
  rmSync(project, { recursive: true, force: true });
});

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
}

/** Its exit code is 1 where it has found something. */
function lint(project: string): Promise<readonly Diagnostic[]> {
  return new Promise((done, failed) => {
    const args = [resolve('node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs', '-f', 'json'];
    execFile(process.execPath, args, { cwd: project, maxBuffer: 10_000_000 }, (_error, stdout, stderr) => {
      try {
        done((JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics);
      } catch {
        failed(new Error(`${stdout}${stderr}`));
      }
    });
  });
}

it.each(PLANTED.filter(({ stopped }) => stopped !== null))('lint stops $border', (planted) => {
  expect(broken.get(fileOf(planted))).toContain(planted.stopped);
});

it.each(PLANTED.filter(({ stopped }) => stopped === null))('lint stops $border', (planted) => {
  expect(broken.get(fileOf(planted))).toBeUndefined();
});
