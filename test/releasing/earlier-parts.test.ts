import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepEarlierParts, readEarlierParts } from '../../releasing/earlier-parts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a release in place of the one before: the panel's script, and the parts that it names. */
function release(time: string, ...parts: readonly string[]): void {
  const earlier = readEarlierParts(folder, new Date(time));
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  writeFileSync(join(folder, 'taskpane.js'), parts.map((part) => `import("./taskpane-${part}.js");`).join(''));
  for (const part of parts) writeFileSync(join(folder, `taskpane-${part}.js`), part);
  keepEarlierParts(folder, earlier);
}

const kept = (): readonly string[] => readdirSync(folder).sort();

it('parts that a release replaces stay beside its own', () => {
  release('2026-06-01T12:00:00Z', 'AAAAAAAA', 'BBBBBBBB');
  release('2026-07-01T12:00:00Z', 'BBBBBBBB', 'CCCCCCCC');
  expect(kept()).toEqual(['taskpane-AAAAAAAA.js', 'taskpane-BBBBBBBB.js', 'taskpane-CCCCCCCC.js', 'taskpane.js']);
});

it('they go with the first release that is made a day later, and those that this one replaces stay', () => {
  release('2026-06-01T12:00:00Z', 'AAAAAAAA');
  release('2026-07-01T12:00:00Z', 'BBBBBBBB');
  release('2026-07-02T11:59:00Z', 'CCCCCCCC');
  expect(kept()).toEqual(['taskpane-AAAAAAAA.js', 'taskpane-BBBBBBBB.js', 'taskpane-CCCCCCCC.js', 'taskpane.js']);
  release('2026-07-02T12:00:00Z', 'DDDDDDDD');
  expect(kept()).toEqual(['taskpane-BBBBBBBB.js', 'taskpane-CCCCCCCC.js', 'taskpane-DDDDDDDD.js', 'taskpane.js']);
});

it('parts that only another part names are of the release too', () => {
  release('2026-06-01T12:00:00Z', 'AAAAAAAA');
  writeFileSync(join(folder, 'taskpane-AAAAAAAA.js'), 'import"./taskpane-BBBBBBBB.js";');
  writeFileSync(join(folder, 'taskpane-BBBBBBBB.js'), '');
  const long = new Date('2026-06-01T12:00:00Z');
  utimesSync(join(folder, 'taskpane-BBBBBBBB.js'), long, long);
  release('2026-07-01T12:00:00Z', 'CCCCCCCC');
  expect(kept()).toContain('taskpane-BBBBBBBB.js');
});

it('of the first release there are none', () => {
  expect(readEarlierParts(join(folder, 'missing'), new Date('2026-06-01T12:00:00Z'))).toEqual([]);
});
