import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const TEXT = readFileSync('FOLDERS.md', 'utf8');
const FILES: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  .toString()
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
/** What tests expect is data, whatever its ending. */
const IS_SOURCE = /^(?!test\/golden\/).*\.([cm]?[jt]sx?|css|html|md)$/;

/** What the table lacks, or has without a folder, has twice or does not explain. @param files paths from the project's root */
function faultsOf(text: string, files: readonly string[]): readonly string[] {
  const told = [...text.matchAll(/^\| `([^`]+)` +\| *(.*?) *\|$/gm)].map(([, folder = '', line = '']) => ({
    folder,
    line,
  }));
  const names = told.map(({ folder }) => folder);
  const all = new Set(foldersOf(files));
  return [
    ...foldersOf(files.filter((path) => IS_SOURCE.test(path)))
      .filter((folder) => !names.includes(folder) && !isNamedLikeTested(folder, files))
      .map((folder) => `${folder} has no line`),
    ...names.filter((folder) => !all.has(folder)).map((folder) => `${folder} is no folder`),
    ...names.filter((folder, at) => names.indexOf(folder) !== at).map((folder) => `${folder} has two lines`),
    ...told.filter(({ line }) => !/\S \S/.test(line)).map(({ folder }) => `${folder} is not explained`),
  ];
}

function foldersOf(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((path) => dirname(path)))].filter((folder) => !/^\.|\/\./.test(folder)).sort();
}

/** `test/a/b` has the tests of `a/b`, which says what it is for. `test/a` has a line: some of these test in other ways. */
function isNamedLikeTested(folder: string, files: readonly string[]): boolean {
  const [root, , second] = folder.split('/');
  const tested = folder.slice('test/'.length);
  return root === 'test' && second !== undefined && files.some((path) => path.startsWith(`${tested}/`));
}

it('each folder with sources has a line in FOLDERS.md, and each line has a folder', () => {
  expect(faultsOf(TEXT, FILES)).toEqual([]);
});

it.each<[string, string, readonly string[], string]>([
  ['a folder without a line', TEXT, [...FILES, 'shared/cells/parts/one.ts'], 'shared/cells/parts has no line'],
  ['one of styles alone', TEXT, [...FILES, 'docs/print/page.css'], 'docs/print has no line'],
  ['one of tests, unlike what they test', TEXT, [...FILES, 'test/shared/odd/a.test.ts'], 'test/shared/odd has no line'],
  ['one of tests, right below test', TEXT, [...FILES, 'test/odd/a.test.ts'], 'test/odd has no line'],
  ['a line without a folder', `${TEXT}| \`shared/gone\` | what was here |\n`, FILES, 'shared/gone is no folder'],
  ['two lines', `${TEXT}| \`shared/cells\` | reads cells |\n`, FILES, 'shared/cells has two lines'],
  ['a line that says nothing', TEXT.replace(/^(\| `bench` +\|).*$/m, '$1 bench |'), FILES, 'bench is not explained'],
])('it is seen: %s', (_what, text, files, fault) => {
  expect(faultsOf(text, files)).toEqual([fault]);
});

it('tests that are named like what they test need no line', () => {
  expect(faultsOf(TEXT, [...FILES, 'shared/cells/a/one.ts', 'test/shared/cells/a/one.test.ts'])).toEqual([
    'shared/cells/a has no line',
  ]);
});
