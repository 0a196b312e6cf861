import type { SearchEntry } from '../search/entry';

declare global {
  /** Set by `search-index.js`. */
  var traceHelp: readonly SearchEntry[] | undefined;
}

/** @param folder the folder of the index */
export function loadEntries(folder: string): Promise<readonly SearchEntry[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${folder}search-index.js`;
    script.onload = () => resolve(globalThis.traceHelp ?? []);
    script.onerror = () => {
      script.remove();
      reject(new Error('the search index did not load'));
    };
    document.head.append(script);
  });
}
