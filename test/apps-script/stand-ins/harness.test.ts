import { noteOf, usePlantedAddons, worldOf } from '../editors/planted-addon';

/** Mistakes planted in small add-ons: the stand-ins of Google's services have to fail as Google's do. */

usePlantedAddons();

describe('a run has the language and Google, and nothing of Node or the web', () => {
  it.each([
    ...['setTimeout', 'setInterval', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'process', 'require', 'Buffer'],
    ...['structuredClone', 'queueMicrotask', 'crypto', 'performance', 'AbortController', 'atob', 'window', 'global'],
  ])('%s', (name) => {
    expect(noteOf(`return ${name};`)).toBe(`ReferenceError: ${name} is not defined`);
  });

  it('no global survives a run', () => {
    const world = worldOf('var count = 0; function F() { count += 1; return count; }');
    world.typeFormula('F');
    expect(world.typeFormula('F').cells).toEqual([[1]]);
  });
});

describe('authorization', () => {
  it('a service that is called when the script is loaded costs the menu in mode NONE', () => {
    const code =
      'var zone = SpreadsheetApp.getActive(); function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addToUi(); }';
    const world = worldOf(code);
    expect([world.open('NONE').menu, world.open('FULL').menu]).toEqual([null, []]);
  });

  it.each([
    ['the properties', 'PropertiesService.getUserProperties()'],
    ['the cache', 'CacheService.getDocumentCache()'],
    ['the document', 'SpreadsheetApp.getActive()'],
    ['the network', "UrlFetchApp.fetch('https://a.example/')"],
    ['a sidebar', "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar'))"],
  ])('mode NONE does not allow %s', (_name, call) => {
    expect(worldOf(`function onOpen() { ${call}; }`).open('NONE').text).toMatch(
      /^Exception: You do not have permission to call/,
    );
  });

  it('a formula has no user interface', () => {
    expect(noteOf('SpreadsheetApp.getUi();')).toBe('Exception: Cannot call SpreadsheetApp.getUi() from this context.');
  });

  it("an editor's formula reads the owner's properties and cannot write them", () => {
    const world = worldOf(`
      function READ() { return PropertiesService.getUserProperties().getProperty('a'); }
      function WRITE() { PropertiesService.getUserProperties().setProperty('a', '2'); }`);
    world.state.userProperties.owner.write('a', '1');
    const outcomes = [
      world.typeFormula('READ', [], { as: 'editor' }),
      world.typeFormula('WRITE', [], { as: 'editor' }),
    ];
    expect(outcomes.map(({ cells }) => cells)).toEqual([[['1']], [['#ERROR!']]]);
  });
});

describe('names', () => {
  it.each([
    ['a function that is assigned to a global', 'globalThis.F = function () { return 1; };'],
    ['an arrow function', 'const F = () => 1;'],
    ['a name that Google does not have', 'function G() {}'],
  ])('%s is not found', (_name, code) => {
    expect(worldOf(code).typeFormula('F').cells).toEqual([['#NAME?']]);
  });

  it('a private function is found neither by a cell nor by the sidebar', () => {
    const world = worldOf('function F_() { return 1; }');
    expect(() => world.scriptRun('F_', [])).toThrow('google.script.run.F_ is not a function');
    expect(world.typeFormula('F_').cells).toEqual([['#NAME?']]);
  });

  it.each([
    ['#private', 'class A { #b = 1; }'],
    ['a static field', 'class A { static b = 1; }'],
    ['a module', 'export const a = 1;'],
  ])('%s does not parse', (_name, code) => {
    expect(() => worldOf(code)).toThrow(SyntaxError);
  });
});

describe('time', () => {
  it('sleeping moves the clock and nothing else does', () => {
    const world = worldOf(
      'function F() { const start = Date.now(); Utilities.sleep(1500); return [[Date.now() - start, new Date() - start]]; }',
    );
    expect(world.typeFormula('F').cells).toEqual([[1_500, 1_500]]);
  });

  it('a run of more than 30 s is ended, even if it catches everything', () => {
    expect(noteOf('try { Utilities.sleep(30001); } catch (e) {} return 1;')).toBe('Exceeded maximum execution time');
  });

  it('a day is parsed in its time zone, also when the clocks change', () => {
    const world = worldOf(`function F() {
      return ['2026-03-08', '2026-07-01', '2026-11-01'].map((day) => [Utilities.parseDate(day, 'America/New_York', 'yyyy-MM-dd').toISOString()]);
    }`);
    expect(world.typeFormula('F').cells).toEqual([
      ['2026-03-08T05:00:00.000Z'],
      ['2026-07-01T04:00:00.000Z'],
      ['2026-11-01T04:00:00.000Z'],
    ]);
  });
});

describe('values', () => {
  it.each([
    ['rows of unequal length', '[[1, 2], [3]]'],
    ['an object', '({ a: 1 })'],
    ['a promise', 'Promise.resolve(1)'],
    ['not a number', '[[NaN]]'],
  ])('%s are no cells', (_name, value) => {
    expect(() => worldOf(`function F() { return ${value}; }`).typeFormula('F')).toThrow('a custom function returned');
  });

  it('a date comes in as a date of the run itself', () => {
    const world = worldOf('function F(date) { return date instanceof Date; }');
    expect(world.typeFormula('F', [new Date(0)]).cells).toEqual([[true]]);
  });

  it.each([['new Date(0)'], ['[[new Date(0)]]'], ['() => 1']])('the sidebar cannot be given %s', (value) => {
    expect(() => worldOf(`function F() { return ${value}; }`).scriptRun('F', [])).toThrow(
      'not a supported return type',
    );
  });

  it('the sidebar cannot send a date', () => {
    expect(() => worldOf('function F() {}').scriptRun('F', [new Date(0)])).toThrow('illegal value');
  });
});
