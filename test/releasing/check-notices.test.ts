import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTICES_FILE, writeNotices } from '../../bundling/notices';
import { packagesOf } from '../../bundling/packages';
import { checkNotices } from '../../releasing/check-notices';

const PREACT = 'node_modules/preact/dist/preact.module.js';
const INPUTS = ['shared/task.ts', PREACT];
/** As after a minifier, which leaves no comment. */
const PLANTED = readFileSync('node_modules/papaparse/papaparse.min.js', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

let folder: string;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const check = (inputs: readonly string[] = INPUTS): readonly string[] =>
  checkNotices({
    folder,
    inputs,
    packages: packagesOf(inputs),
    installed: ['node_modules/preact', 'node_modules/papaparse', 'node_modules/marked'],
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-notices-'));
  writeNotices(folder, INPUTS);
  write('Code.js', `${readFileSync(PREACT, 'utf8')}\nvar own = "a text of at least twenty letters";`);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a folder with a notice for all it holds has no problem', () => {
  expect(check()).toEqual([]);
});

it('a package without a notice is found by its texts, though nothing names it', () => {
  appendFileSync(join(folder, 'Code.js'), PLANTED);
  expect(check()).toEqual([expect.stringMatching(/^Code\.js holds papaparse: “/) as string]);
});

it('it is no problem where the notices name it', () => {
  const inputs = [...INPUTS, 'node_modules/papaparse/papaparse.min.js'];
  appendFileSync(join(folder, 'Code.js'), PLANTED);
  writeNotices(folder, inputs);
  expect(check(inputs)).toEqual([]);
});

it.each([
  ['a mark', '/*! @license left-pad v1 */', 'Code.js has the comment “@license left-pad v1”'],
  ['an owner', '/* Copyright (c) 2020 Ann Smith */', 'Code.js has the comment “Copyright (c) 2020 Ann Smith”'],
  ['a path', '// node_modules/@a/left-pad/index.js', 'Code.js names a file of @a/left-pad'],
])('a package without a notice is found by %s', (_name, text, problem) => {
  appendFileSync(join(folder, 'Code.js'), `\n${text}\nfunction leftPad() {}`);
  expect(check()).toEqual([problem]);
});

it('a package is found in a page too', () => {
  write('Sidebar.html', `<script>${PLANTED}</script>`);
  expect(check()).toEqual([expect.stringMatching(/^Sidebar\.html holds papaparse: “/) as string]);
});

it('one of two versions without a notice is found', () => {
  const [preact] = packagesOf(INPUTS);
  const older = { ...preact!, version: '9.0.0' };
  expect(checkNotices({ folder, inputs: INPUTS, packages: [preact!, older], installed: [] })).toEqual([
    'NOTICES.txt does not name preact 9.0.0',
  ]);
});

it('a package is found by the last of its scripts, however large it is', () => {
  const large = join(folder, 'node_modules', 'large');
  mkdirSync(join(large, 'dist'), { recursive: true });
  writeFileSync(join(large, 'dist', 'a.js'), `x('${'a large text of a package '.repeat(100_000)}')`);
  const texts = "say('this is only said by the package'); say('and this is said by it as well')";
  writeFileSync(join(large, 'z.js'), texts);
  const scripts = join(folder, 'scripts');
  mkdirSync(scripts);
  writeNotices(scripts, INPUTS);
  writeFileSync(join(scripts, 'Code.js'), texts);
  expect(checkNotices({ folder: scripts, inputs: INPUTS, packages: packagesOf(INPUTS), installed: [large] })).toEqual([
    'Code.js holds large: “this is only said by the package”',
  ]);
});

it('of two folders, the one with a package is named', () => {
  const both = ['Code.js', 'functions.js'].map((name) => {
    const own = join(folder, name.replace('.js', ''));
    mkdirSync(own);
    writeNotices(own, INPUTS);
    writeFileSync(join(own, name), name === 'Code.js' ? '' : PLANTED);
    return { folder: own, inputs: INPUTS, packages: packagesOf(INPUTS), installed: ['node_modules/papaparse'] };
  });
  expect(checkNotices(...both)).toEqual([expect.stringMatching(/^functions\.js holds papaparse: “/) as string]);
});

it('notices that have lost a package are found', () => {
  write(NOTICES_FILE, readFileSync(join(folder, NOTICES_FILE), 'utf8').replace(/^preact .*$/m, ''));
  expect(check()).toEqual(['NOTICES.txt does not name preact 10.9.0']);
});
