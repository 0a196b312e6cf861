import { startStubServer, type StubServer } from '../fakes/apps-script/stub-server';
import { SheetsWorld } from '../fakes/apps-script/world';

/** Mistakes planted in small add-ons: the stand-ins of Google's services have to fail as Google's do. */

const MANIFEST = JSON.stringify({ urlFetchWhitelist: ['https://a.example/', 'https://nowhere.example/'] });

let server: StubServer;
const opened: SheetsWorld[] = [];

beforeAll(async () => {
  server = await startStubServer({ status: 404, body: 'not here' });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((world) => world.stop()));
});

afterAll(() => server.stop());

function worldOf(code: string): SheetsWorld {
  const world = new SheetsWorld({
    code,
    html: '<p>',
    manifest: MANIFEST,
    origins: { 'https://a.example': server.origin },
  });
  opened.push(world);
  return world;
}

/** What hovering over `=F()` shows, where `F` is the code given. */
function noteOf(body: string, setUp: (world: SheetsWorld) => void = () => undefined): string | null {
  const world = worldOf(`function F() { ${body} }`);
  setUp(world);
  return world.typeFormula('F').note;
}

describe('a run has the language and Google, and nothing of Node or the web', () => {
  it.each([
    ...['setTimeout', 'setInterval', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'process', 'require', 'Buffer'],
    ...['structuredClone', 'queueMicrotask', 'crypto', 'performance', 'AbortController', 'atob', 'window', 'global'],
  ])('%s', (name) => {
    expect(noteOf(`return ${name};`)).toBe(`ReferenceError: ${name} is not defined`);
  });

  it('and no global survives', () => {
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

describe('UrlFetchApp', () => {
  const URL = 'https://a.example/x?secret=1';

  it('an error status throws unless it is muted', () => {
    expect(noteOf(`UrlFetchApp.fetch('${URL}');`)).toMatch(`Request failed for ${URL} returned code 404`);
  });

  it('a muted one is a response', () => {
    const world = worldOf(
      `function F() { return UrlFetchApp.fetch('${URL}', { muteHttpExceptions: true }).getContentText(); }`,
    );
    expect(world.typeFormula('F').cells).toEqual([['not here']]);
  });

  it.each([
    [
      'an address that is not found',
      'https://nowhere.example/y?secret=1',
      'DNS error: https://nowhere.example/y?secret=1',
    ],
    ['an address that is not allowed', 'https://b.example/', 'UrlFetch calls to https://b.example/ are not permitted'],
  ])('fetchAll with %s throws for all, with the address in the text', (_name, url, text) => {
    expect(noteOf(`UrlFetchApp.fetchAll([{ url: '${URL}', muteHttpExceptions: true }, { url: '${url}' }]);`)).toMatch(
      text,
    );
  });

  it('a server that cannot be reached throws even if errors are muted', () => {
    const unreachable = (world: SheetsWorld): void => void world.state.network.unreachable.add('https://a.example');
    expect(noteOf(`UrlFetchApp.fetch('${URL}', { muteHttpExceptions: true });`, unreachable)).toMatch(
      `Address unavailable: ${URL}`,
    );
  });

  it('a misspelt option is no option', () => {
    expect(noteOf(`UrlFetchApp.fetch('${URL}', { muteHttpException: true });`)).toMatch('no option muteHttpException');
  });

  it('redirects are followed unless that is switched off', async () => {
    const target = await startStubServer({ status: 200, body: 'the end' });
    const start = await startStubServer({ status: 302, headers: { Location: target.origin } });
    const world = worldOf(`
      function FOLLOWS() { return UrlFetchApp.fetch('https://a.example/').getContentText(); }
      function STOPS() { return UrlFetchApp.fetch('https://a.example/', { followRedirects: false }).getResponseCode(); }`);
    world.state.network.origins['https://a.example'] = start.origin;
    const cells = [world.typeFormula('FOLLOWS').cells, world.typeFormula('STOPS').cells];
    await Promise.all([target.stop(), start.stop()]);
    expect(cells).toEqual([[['the end']], [[302]]]);
  });

  it('requests of fetchAll go at once', async () => {
    const slow = await startStubServer({ status: 200, delayMs: 500 });
    const world = worldOf("function F() { UrlFetchApp.fetchAll(Array(10).fill({ url: 'https://a.example/' })); }");
    world.state.network.origins['https://a.example'] = slow.origin;
    const { tookMs } = world.typeFormula('F');
    await slow.stop();
    expect({ waited: tookMs >= 500, atOnce: tookMs < 4_500 }).toEqual({ waited: true, atOnce: true });
  });

  it('a server that is slower than timeoutSeconds makes it throw', async () => {
    const slow = await startStubServer({ status: 200, delayMs: 3_000 });
    const world = worldOf("function F() { UrlFetchApp.fetch('https://a.example/', { timeoutSeconds: 1 }); }");
    world.state.network.origins['https://a.example'] = slow.origin;
    const { note } = world.typeFormula('F');
    await slow.stop();
    expect(note).toBe('Exception: Timeout: https://a.example/');
  });
});

describe('stores', () => {
  it.each([
    ['a key of 251 characters', "put('k'.repeat(251), '1')", 'Argument too large: key'],
    ['a value of more than 100 KB', "put('k', 'x'.repeat(102401))", 'Argument too large: value'],
    ['a value of more than 100 KB in UTF-8', "put('k', 'é'.repeat(51201))", 'Argument too large: value'],
    ['a value that is no text', "put('k', { a: 1 })", 'The parameters do not match the method signature: value'],
    ['more than six hours', "put('k', '1', 21601)", 'Invalid argument: expirationInSeconds'],
  ])('the cache refuses %s', (_name, call, text) => {
    expect(noteOf(`CacheService.getDocumentCache().${call};`)).toBe(`Exception: ${text}`);
  });

  it('the cache takes the longest key and value there may be', () => {
    expect(noteOf("CacheService.getDocumentCache().put('k'.repeat(250), 'x'.repeat(102400), 21600);")).toBeNull();
  });

  it('the 1,001st item of the cache pushes out the first hundred', () => {
    const world = worldOf(`function F() {
      const cache = CacheService.getDocumentCache();
      for (let i = 0; i <= 1000; i += 1) cache.put('k' + i, '1');
      return [[cache.get('k100'), cache.get('k101')]];
    }`);
    expect({ cells: world.typeFormula('F').cells, size: world.state.documentCache.size }).toEqual({
      cells: [['', '1']],
      size: 900,
    });
  });

  it.each([
    ['a value of more than 9 KB', "setProperty('a', 'x'.repeat(9217))", 'Argument too large: value'],
    [
      'more than 500 KB',
      "setProperties(Object.fromEntries(Array.from({ length: 60 }, (_, i) => ['k' + i, 'x'.repeat(9000)])))",
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ])('properties refuse %s', (_name, call, text) => {
    expect(noteOf(`PropertiesService.getDocumentProperties().${call};`)).toBe(`Exception: ${text}`);
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
