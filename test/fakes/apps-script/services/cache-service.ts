import type { CacheStore } from './cache-store';
import type { Run } from '../run';
import { writingMs } from '../service-times';

const MAX_KEY_LENGTH = 250;
const MAX_VALUE_BYTES = 102_400;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

/** https://developers.google.com/apps-script/reference/cache/cache-service */
export function makeCacheService(run: Run): object {
  const { state } = run;
  return {
    getDocumentCache() {
      run.call('CacheService.getDocumentCache', 'cache');
      if (state.documentCacheIs === 'missing' || run.lacks('cache')) return null;
      return makeCache(run, 'DocumentCache', state.documentCache);
    },
    getUserCache() {
      run.call('CacheService.getUserCache', 'cache');
      const user = run.authMode === 'CUSTOM_FUNCTION' ? 'owner' : run.user;
      return makeCache(run, 'UserCache', state.userCaches[user]);
    },
    getScriptCache() {
      run.call('CacheService.getScriptCache', 'cache');
      return makeCache(run, 'ScriptCache', state.scriptCache);
    },
  };
}

function makeCache(run: Run, name: string, store: CacheStore): object {
  const call = (method: string): void => {
    run.call(`${name}.${method}`, 'cache');
    const { documentCacheIs: is } = run.state;
    const reads = method === 'get' || method === 'getAll';
    if (is === 'failing' || is === (reads ? 'unreadable' : 'unwritable')) run.fail('Service unavailable: Cache');
  };
  const checkKey = (key: unknown): string => {
    if (typeof key !== 'string') return run.fail('The parameters do not match the method signature: key');
    return key.length > MAX_KEY_LENGTH ? run.fail('Argument too large: key') : key;
  };
  const check = (key: unknown, value: unknown, seconds: number): readonly [string, string] => {
    // Google writes "[object Object]" for an object, which is never intended.
    if (typeof value !== 'string') return run.fail('The parameters do not match the method signature: value');
    if (Buffer.byteLength(value) > MAX_VALUE_BYTES) run.fail('Argument too large: value');
    if (seconds < 1 || seconds > MAX_SECONDS) run.fail('Invalid argument: expirationInSeconds');
    return [checkKey(key), value];
  };
  return {
    get(key: unknown) {
      call('get');
      return store.read(checkKey(key));
    },
    getAll(keys: readonly unknown[]) {
      call('getAll');
      return run.realm.toContext(Object.fromEntries(store.readAll(keys.map(checkKey))));
    },
    put(key: unknown, value: unknown, seconds = DEFAULT_SECONDS) {
      call('put');
      const checked = check(key, value, seconds);
      run.spend(writingMs(run.state.times, [checked[1]]));
      store.write(...checked, seconds);
    },
    putAll(values: Readonly<Record<string, unknown>>, seconds = DEFAULT_SECONDS) {
      call('putAll');
      const checked = Object.entries(values).map(([key, value]) => check(key, value, seconds));
      const texts = checked.map(([, text]) => text);
      run.spend(writingMs(run.state.times, texts));
      store.writeAll(checked, seconds);
    },
    remove(key: unknown) {
      call('remove');
      store.remove(checkKey(key));
    },
    removeAll(keys: readonly unknown[]) {
      call('removeAll');
      for (const key of keys) store.remove(checkKey(key));
    },
  };
}
