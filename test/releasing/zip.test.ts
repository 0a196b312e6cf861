import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { zipFolder } from '../../releasing/zip';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-zip-'));
  mkdirSync(join(folder, 'docs'));
  for (const name of ['b.js', 'docs/a.html', 'Z.js']) writeFileSync(join(folder, name), `${name}\n`.repeat(1_000));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('holds the files of a folder in one order, below one folder', () => {
  const files = unzipSync(zipFolder(folder, 'trace-1.2.0', '2026-06-01'));
  expect(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString().slice(0, 5)])).toEqual([
    ['trace-1.2.0/Z.js', 'Z.js\n'],
    ['trace-1.2.0/b.js', 'b.js\n'],
    ['trace-1.2.0/docs/a.html', 'docs/'],
  ]);
});

it('has these bytes with every Node, system, time zone and umask', () => {
  const zip = zipFolder(folder, 'trace-1.2.0', '2026-06-01');
  expect(createHash('sha256').update(zip).digest('hex')).toBe(
    'ecc56b2376e94861984d9557ec8e9fec5f730f5bea3055b16966c287f78b6bb7',
  );
});
