import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** These contain no sources, or only third-party ones. */
const LEFT_OUT = ['node_modules', 'dist', '.cache', '.git'];

/** Where knip keeps what it has read in the copy's files: https://knip.dev/guides/performance#cache. */
const KEPT = '.knip';
const { version: KNIP_VERSION } = JSON.parse(readFileSync('node_modules/knip/package.json', 'utf8')) as {
  readonly version: string;
};

let copy: string;

/** All of the project, so that what is found shows also that there is nothing else. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'trace-exports-'));
  for (const name of readdirSync('.')) {
    if (!LEFT_OUT.includes(name)) cpSync(name, join(copy, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('nothing is exported that no other file takes, or that only tests take, and what is, is seen: a function, a type that its own file uses, a whole file', async () => {
  appendFileSync(join(copy, 'shared/cells/values.ts'), '\nexport function planted(): number {\n  return 1;\n}\n');
  appendFileSync(
    join(copy, 'shared/records/account.ts'),
    '\nexport interface Planted {\n  readonly own: Planted | null;\n}\n',
  );
  writeFileSync(join(copy, 'apps-script/planted.ts'), "export const PLANTED = 'x';\n");
  appendFileSync(join(copy, 'shared/days.ts'), '\nexport const tested = 1;\n');
  writeFileSync(join(copy, 'relay/tested.ts'), 'export const testedToo = 2;\n');
  writeFileSync(
    join(copy, 'test/relay/planted.test.ts'),
    "import { tested } from '../../shared/days';\nimport { testedToo } from '../../relay/tested';\nexpect(tested + testedToo).toBe(3);\n",
  );
  const dead = await findDead();
  // What each file imports and exports is the same without tests, but knip would keep it under another name.
  cpSync(join(copy, KEPT, `root--${KNIP_VERSION}`), join(copy, KEPT, `root--prod-${KNIP_VERSION}`));
  const testedOnly = await findDead(...NO_TESTS);
  const deadToAll = ['apps-script/planted.ts', 'shared/cells/values.ts: planted'];
  expect({ dead, testedOnly }).toEqual({
    dead: [...deadToAll, 'shared/records/account.ts: Planted'],
    testedOnly: [deadToAll[0], 'relay/tested.ts', deadToAll[1], 'shared/days.ts: tested'],
  });
});

/**
 * Only the entries and files that knip.json marks with `!`, so none of the tests. Types are left out: tests name those that a
 * file exports beside what takes them. An export that has to be there for tests says `@internal` and why:
 * https://knip.dev/reference/jsdoc-tsdoc-tags#internal.
 */
const NO_TESTS = ['--production', '--exclude', 'types'];

interface Report {
  readonly issues: readonly {
    readonly file: string;
    /** The file itself, where it is dead as a whole. */
    readonly files: readonly { readonly name: string }[];
    readonly exports: readonly { readonly name: string }[];
    /** Only where types are asked for. */
    readonly types?: readonly { readonly name: string }[];
  }[];
}

async function findDead(...more: readonly string[]): Promise<readonly string[]> {
  const how = ['--reporter', 'json', '--no-exit-code', '--cache', '--cache-location', KEPT];
  const args = [resolve('node_modules/knip/bin/knip.js'), ...how, ...more];
  const { stdout } = await promisify(execFile)('node', args, { cwd: copy });
  const { issues } = JSON.parse(stdout) as Report;
  const names = issues.flatMap(({ file, files, exports, types = [] }) => [
    ...files.map(({ name }) => name),
    ...[...exports, ...types].map(({ name }) => `${file}: ${name}`),
  ]);
  return names.sort();
}
