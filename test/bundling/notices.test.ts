import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNotices } from '../../bundling/notices';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-packages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Installs a package with one source file. @returns the path of that file */
function install(name: string, file: object, files: Readonly<Record<string, string>> = {}): string {
  const path = join(folder, 'node_modules', name);
  mkdirSync(path, { recursive: true });
  const all = { 'package.json': JSON.stringify({ name, version: '1.0.0', ...file }), 'index.js': '', ...files };
  for (const [each, text] of Object.entries(all)) writeFileSync(join(path, each), text);
  return join(path, 'index.js').replaceAll('\\', '/');
}

const notices = (...inputs: readonly string[]): string => {
  writeNotices(folder, inputs);
  const [, ...groups] = readFileSync(join(folder, 'NOTICES.txt'), 'utf8').split(/\n-{80}\n/);
  return groups.map((group) => group.trim()).join(' | ');
};

it('name each package with its texts, those with equal texts together', () => {
  const paths = [
    install('b', { license: 'MIT' }, { LICENSE: 'Ann, all rights given\r\n' }),
    install('@x/a', { license: 'MIT' }, { 'LICENCE.md': 'Ann, all rights given' }),
    install('c', { license: 'ISC' }, { 'license.txt': 'Ben', NOTICE: 'Thanks to Cem' }),
  ];
  expect(notices(...paths, 'shared/task.ts')).toBe(
    '@x/a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nAnn, all rights given | c 1.0.0 (ISC)\n\nThanks to Cem\n\nBen',
  );
});

it('have the standard text with the author’s name where a package has none', () => {
  const path = install('a', { license: 'ISC', author: 'Ann Smith <ann@example.com> (https://ann.example)' });
  expect(notices(path)).toMatch(/^a 1\.0\.0 \(ISC\)\n\nCopyright \(c\) Ann Smith\n\nPermission to use, copy, modify/);
});

it('have the owners that only a source file names', () => {
  const source = '/*!\n * Sorting\n * (c) 2020 Cem\n */\nf(); /* Copyright Ann */';
  const path = install('a', { license: 'MIT' }, { LICENSE: 'MIT, Copyright: Ann', 'index.js': source });
  expect(notices(path)).toBe('a 1.0.0 (MIT)\n\nMIT, Copyright: Ann\n\nSorting\n(c) 2020 Cem');
});

it('tell a package from the one that it is installed in', () => {
  const inner = install('a/node_modules/b', { name: 'b', version: '2.0.0', license: 'MIT' }, { LICENSE: 'Ben' });
  expect(notices(inner)).toBe('b 2.0.0 (MIT)\n\nBen');
});

it.each([
  ['without a license', {}, /a does not say its name, version and license$/],
  [
    'without a text that could be had',
    { license: 'BSD-3-Clause' },
    /^a has no text of its license, BSD-3-Clause: no notice can be written$/,
  ],
  ['without an author', { license: 'MIT' }, /^a has no text of its license, MIT: no notice can be written$/],
])('cannot be written for a package %s', (_name, file, message) => {
  const path = install('a', file);
  expect(() => notices(path)).toThrow(message);
});
