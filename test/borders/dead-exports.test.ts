import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Nothing in them is a source, or all of it is somebody else's. */
const LEFT_OUT = ['node_modules', 'dist', '.cache', '.git'];

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

it('nothing is exported that no other file takes, and what is, is seen: a function, a type that its own file uses, a whole file', async () => {
  appendFileSync(join(copy, 'shared/cells/values.ts'), '\nexport function planted(): number {\n  return 1;\n}\n');
  appendFileSync(
    join(copy, 'shared/records/ports.ts'),
    '\nexport interface Planted {\n  readonly own: Planted | null;\n}\n',
  );
  writeFileSync(join(copy, 'apps-script/planted.ts'), "export const PLANTED = 'x';\n");
  expect(await findDead()).toEqual([
    'apps-script/planted.ts',
    'shared/cells/values.ts: planted',
    'shared/records/ports.ts: Planted',
  ]);
});

interface Report {
  readonly files: readonly string[];
  readonly issues: readonly {
    readonly file: string;
    readonly exports: readonly { readonly name: string }[];
    readonly types: readonly { readonly name: string }[];
  }[];
}

async function findDead(): Promise<readonly string[]> {
  const args = [resolve('node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-exit-code'];
  const { stdout } = await promisify(execFile)('node', args, { cwd: copy });
  const { files, issues } = JSON.parse(stdout) as Report;
  const names = issues.flatMap(({ file, exports, types }) =>
    [...exports, ...types].map(({ name }) => `${file}: ${name}`),
  );
  return [...files, ...names].sort();
}
