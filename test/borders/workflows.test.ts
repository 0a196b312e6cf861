import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.github/workflows';
const WORKFLOWS = readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const);

it.each(WORKFLOWS)('%s runs foreign actions only as commits, with their version beside them', (_, text) => {
  // A tag can be moved to other code: https://docs.github.com/en/actions/reference/security/secure-use
  const uses = [...text.matchAll(/^ *- uses: (.*)$/gm)].map(([, action = '']) => action);
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

it.each(WORKFLOWS)('%s may only read unless a job asks for more', (_, text) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
});

it.each(WORKFLOWS)('%s never runs the code of a stranger with rights of the repository', (_, text) => {
  expect(text).not.toMatch(/pull_request_target|workflow_run/);
});

it.each(WORKFLOWS)('%s keeps no credentials in the folder in which packages are installed', (_, text) => {
  const checkouts = text.match(/uses: actions\/checkout@.*\n {8}with:\n {10}persist-credentials: false/g) ?? [];
  expect(checkouts).toHaveLength(text.match(/uses: actions\/checkout@/g)?.length ?? 0);
});
