import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startStubServer } from '../../fakes/apps-script/threads/stub-server';
import { noteOf, usePlantedAddons, worldOf } from '../editors/planted-addon';

/** Mistakes planted in small add-ons: the stand-ins of Google's services have to fail as Google's do. */

usePlantedAddons();

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
