import { readFileSync } from 'node:fs';
import { circles, offeredToNobody, readImports, readTexts, takenPastDoors, upwardImports } from './imports';
import { DOORS, LAYERS, PROGRAMS, TESTS_OUTSIDE } from './layers';

/** The imports of the project, with planted files. */
const planted = (more: Readonly<Record<string, string>>) => readImports(PROGRAMS, more);

const outside = readTexts(PROGRAMS.filter((program) => program !== 'shared'));

it('a file of the core imports from its own layer and from those below it', () => {
  expect(upwardImports(planted({}))).toEqual([]);
});

it('no file imports itself by way of others', () => {
  expect(circles(readImports([...PROGRAMS, 'test']))).toEqual([]);
});

it('a test of a host takes what a door offers from the door', () => {
  expect(takenPastDoors(readTexts(TESTS_OUTSIDE))).toEqual([]);
});

it('a program outside of the core takes each name that a door or a part of the page offers', () => {
  expect(offeredToNobody(outside)).toEqual([]);
});

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');

it('the drawing in ARCHITECTURE has every door, and every layer in its order', () => {
  expect(drawn(architecture)).toEqual(LISTED);
});

/** As a reader of the drawing meets them: the doors, then the layers from the highest to the lowest. */
const LISTED = [...DOORS, ...LAYERS.filter((layer) => !DOORS.includes(layer)).reverse()];

/** What the drawing under "Borders" names below its arrow: doors side by side, a layer on each line. */
function drawn(text: string): readonly string[] {
  const [, drawing = ''] = /## Borders\n+```\n[\s\S]*?\n +v\n([\s\S]*?)```/.exec(text) ?? [];
  return drawing
    .split('\n')
    .flatMap((line) => (/^ *\w+\//.test(line) ? line.match(/\w+(?=\/)/)! : [...line.matchAll(/[\w.-]+\.ts/g)].flat()))
    .map((name) => `shared/${name}`);
}

describe('it is seen', () => {
  it('that the drawing has two layers in each other’s place, or lacks a door', () => {
    const swapped = architecture.replace(/^( +cells\/.*\n)( +catalogue\/.*\n)/m, '$2$1');
    const closed = architecture.replace('formulas.ts   panel.ts', 'panel.ts');
    expect([swapped, closed].map((text) => drawn(text).join() === LISTED.join())).toEqual([false, false]);
    expect(new Set(drawn(swapped))).toEqual(new Set(LISTED));
  });

  it('that a door offers an unused name', () => {
    const door = `${readFileSync('shared/formulas.ts', 'utf8')}export { isBlank } from './cells/values';`;
    expect(offeredToNobody({ ...outside, 'shared/formulas.ts': door })).toEqual(['shared/formulas.ts: isBlank']);
  });

  it.each([
    ['shared/panel/page.tsx', "export { openAtTab } from './last-tab'; export function planted(): void {}", 'planted'],
    ['shared/panel/page.tsx', "export type { PanelHost } from './panel-host';", 'PanelHost'],
    [
      'shared/panel/enrich.tsx',
      'export interface Parts {} export const ENRICH_PARTS = {}, MORE_PARTS = {};',
      'MORE_PARTS',
    ],
    ['shared/panel/explore.tsx', 'export const EXPLORE_PARTS = {}; export class Explored {}', 'Explored'],
    ['shared/panel/lists.tsx', "export { LISTS_PARTS as parts } from './lists-parts';", 'parts'],
  ])('that %s offers what no host takes: %s', (path, text, name) => {
    expect(offeredToNobody({ ...outside, [path]: text })).toEqual([`${path}: ${name}`]);
  });

  it('that no file loads a part of the page', () => {
    const texts = Object.fromEntries(
      Object.entries(outside).map(([path, text]) => [path, text.replace(/\bLISTS_PARTS\b/g, 'parts')]),
    );
    expect(offeredToNobody(texts)).toEqual(['shared/panel/lists.tsx: LISTS_PARTS']);
  });

  it('that a test of a host goes past a door', () => {
    const more = {
      'test/apps-script/planted.test.ts':
        "import type { Exchange } from '../../shared/client/exchange'; import { sendAll } from '../../shared/client/send';",
    };
    expect(takenPastDoors(more)).toEqual(['test/apps-script/planted.test.ts: Exchange']);
  });

  it('that the core goes through its own door', () => {
    const more = { 'shared/cells/planted.ts': "import { isDay } from '../formulas'; export { isDay };" };
    expect(upwardImports(planted(more))).toEqual(['shared/cells/planted.ts -> shared/formulas.ts']);
  });

  it('that the client imports a lookup', () => {
    const more = {
      'shared/client/planted.ts': "import { peekIntoStore } from '../lookup/cache'; export { peekIntoStore };",
    };
    expect(upwardImports(planted(more))).toEqual(['shared/client/planted.ts -> shared/lookup/cache.ts']);
  });

  it.each(['js', 'ts'])('that it does so with the ending %s', (ending) => {
    const more = { 'shared/client/planted.ts': `export { peekIntoStore } from '../lookup/cache.${ending}';` };
    expect(upwardImports(planted(more))).toEqual(['shared/client/planted.ts -> shared/lookup/cache.ts']);
  });

  it('that it imports no more than a type of it', () => {
    const more = {
      'shared/client/planted.ts': "import type { Peek } from '../lookup/ports'; export type X = Peek;",
    };
    expect(upwardImports(planted(more))).toEqual(['shared/client/planted.ts -> shared/lookup/ports.ts']);
  });

  it('that it names a type of it where it is used', () => {
    const more = { 'shared/client/planted.ts': "export type X = import('../lookup/ports').Peek;" };
    expect(upwardImports(planted(more))).toEqual(['shared/client/planted.ts -> shared/lookup/ports.ts']);
  });

  it('that a folder of the core is in no layer', () => {
    expect(upwardImports(planted({ 'shared/helpers/planted.ts': '' }))).toEqual([
      'shared/helpers/planted.ts is in no layer',
    ]);
  });

  it('that two files import each other', () => {
    const more = {
      'shared/cells/planted-a.ts': "import { b } from './planted-b'; export const a = b;",
      'shared/cells/planted-b.ts': "import { a } from './planted-a'; export const b = a;",
    };
    expect(circles(planted(more))).toEqual([['shared/cells/planted-a.ts', 'shared/cells/planted-b.ts']]);
  });

  it('that three files of a host do, one of them for a type', () => {
    const more = {
      'relay/planted-a.ts': "export { b } from './planted-b';",
      'relay/planted-b.ts': "import type { C } from './planted-c'; export const b: C = 1;",
      'relay/planted-c.ts': "import './planted-a'; export type C = number;",
    };
    expect(circles(planted(more))).toEqual([['relay/planted-a.ts', 'relay/planted-b.ts', 'relay/planted-c.ts']]);
  });
});
