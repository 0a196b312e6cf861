import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** A copy of the programs that know the API, in which a resource is added as CONTRIBUTING says. */

const run = promisify(execFile);

const PROGRAMS = ['shared', 'sandbox', 'check-api', 'relay'];
const COMPILED = ['sandbox', 'check-api', 'shared/client/resources', 'shared/punycode.d.ts'];

const COMPILE = ['-p', 'compiled.json', '--noEmit', '--singleThreaded'];

const CLIENT = `
import { pageOf } from '../pagination';
import { readerWithRestOf } from '../read-record';
import type { Operation } from '../request';
import { called, documented, integer, object, orNull, text } from '../schema';

const investor = object({
  investor_name: called('name', text),
  investor_domain: called('domain', orNull(text), 'website'),
  rounds: integer,
});

/** Investors of companies. */
export const investors = {
  list: {
    name: 'investors.list',
    method: 'GET',
    path: '/companies/{identifier}/investors',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/investors/',
    answer: documented(pageOf(investor)),
  },
} as const satisfies Record<string, Operation>;

export const readInvestor = readerWithRestOf(investor);
`;

const SANDBOX = `
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { pageOf } from './pagination';
import type { Answer, Call, RoutesTo } from './route';

export const investors = {
  list: { credits: 'none', answer: listInvestors },
} satisfies RoutesTo<'investors'>;

function listInvestors(call: Call): Answer<'investors.list'> {
  companyOfPath(call);
  const { rows, pagination } = pageOf([{ investor_name: 'Acme Ventures', investor_domain: null, rounds: 2 }], call.url);
  return { reply: jsonReply(200, { data: rows, pagination }), charged: [] };
}
`;

/** Asks the sandbox as the client does, and prints what the client's reader makes of its rows. */
const ASK = `
import { RESOURCES, findRows, readReply, toRequest } from './shared/api.ts';
import { toWireRequest } from './shared/client/request.ts';
import { readInvestor } from './shared/client/resources/investors.ts';

const request = toRequest(RESOURCES.investors.list, { parameters: { identifier: 'stripe.com' } });
const { url, method, headers } = toWireRequest(request, process.env.TRACE_API_URL, 'trace_demo');
const response = await fetch(url, { method, headers });
const text = await response.text();
const reply = readReply({ ok: true, response: { status: response.status, retryAfter: null, text } }, null);
const { rows } = findRows(reply.body);
console.log(JSON.stringify([rows.map(readInvestor), readInvestor({ investor_name: 'B', website: 'b.example', fund: 3 })]));
`;

describe('a new resource', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-resource-'));
  const path = (name: string): string => join(folder, name);
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(path(name), change(readFileSync(path(name), 'utf8')));
  let sandbox: ChildProcess | null = null;
  let origin = '';

  const program = (args: readonly string[]) => {
    const env = { ...process.env, NODE_OPTIONS: '', TRACE_API_URL: origin, TRACE_API_KEY: 'trace_demo' };
    return run(process.execPath, args, { cwd: folder, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };
  const compile = () =>
    run(process.execPath, [resolve('node_modules/typescript-native/bin/tsc'), ...COMPILE], { cwd: folder }).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
  /** Programs of the copy, as one script each, which start in a fraction of the time. */
  const bundle = (entries: Readonly<Record<string, string>>) =>
    build({
      absWorkingDir: folder,
      entryPoints: entries,
      ...{ outdir: '.', outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm' },
    });
  const check = async (): Promise<readonly unknown[]> => {
    await bundle({ check: 'check-api/main.ts' });
    const { code } = await program(['check.mjs', '--yes', '--json', 'report.json']);
    const { operations } = JSON.parse(readFileSync(path('report.json'), 'utf8')) as {
      operations: readonly {
        operation: string;
        isChecked: boolean;
        differences: readonly { is: string; path: string }[];
      }[];
    };
    const found = operations.find(({ operation }) => operation === 'investors.list');
    return [code, found?.isChecked, found?.differences.map((difference) => `${difference.is} ${difference.path}`)];
  };

  beforeAll(async () => {
    for (const name of [...PROGRAMS, 'tsconfig.json', 'tsconfig.base.json', 'package.json'])
      cpSync(name, path(name), { recursive: true });
    symlinkSync(resolve('node_modules'), path('node_modules'), 'junction');
    writeFileSync(path('compiled.json'), JSON.stringify({ extends: './tsconfig.json', include: COMPILED }));
    writeFileSync(path('shared/client/resources/investors.ts'), CLIENT);
    edit(
      'shared/client/resources/index.ts',
      (text) =>
        `import { investors } from './investors';\n${text.replace('RESOURCES = {', 'RESOURCES = { investors,')}`,
    );
  });
  afterAll(() => {
    sandbox?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('does not compile until the sandbox answers it', async () => {
    expect(await compile()).toMatch(/^sandbox\/routes\/table\.ts.*'investors' is missing/);
  });

  it('is added by changing four files', async () => {
    writeFileSync(path('sandbox/routes/investors.ts'), SANDBOX);
    edit(
      'sandbox/routes/table.ts',
      (text) =>
        `import { investors } from './investors';\n${text.replace('  companies,\n', '  companies,\n  investors,\n')}`,
    );
    expect(await compile()).toBe('');
    expect(changedIn(folder)).toEqual([
      'sandbox/routes/investors.ts',
      'sandbox/routes/table.ts',
      'shared/client/resources/index.ts',
      'shared/client/resources/investors.ts',
    ]);
  });

  it('is then read by the client from the sandbox', async () => {
    writeFileSync(path('ask.ts'), ASK);
    await bundle({ sandbox: 'sandbox/main.ts', ask: 'ask.ts' });
    const env = { ...process.env, NODE_OPTIONS: '', PORT: '0' };
    sandbox = fork('sandbox.mjs', { cwd: folder, env, execArgv: [], silent: true });
    const [told] = (await Promise.race([once(sandbox, 'message'), once(sandbox, 'exit')])) as [{ origin: string }];
    origin = told.origin;
    const { stdout } = await program(['ask.mjs']);
    expect(JSON.parse(stdout)).toEqual([
      [{ name: 'Acme Ventures', domain: null, rounds: 2 }],
      { name: 'B', domain: 'b.example', rounds: null, rest: { fund: 3 } },
    ]);
  });

  it('is then compared with its schema by the contract check', async () => {
    expect(await check()).toEqual([0, true, []]);
    edit('shared/client/resources/investors.ts', (text) =>
      text.replace('rounds: integer', 'rounds: text, stake: integer'),
    );
    expect(await check()).toEqual([1, true, ['other type data[].rounds', 'missing data[].stake']]);
  });
});

/** The files of the programs that are new or different in the copy. */
function changedIn(folder: string): readonly string[] {
  const files = PROGRAMS.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
  return files.filter((file) => textOf(file) !== textOf(join(folder, file))).sort();
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
