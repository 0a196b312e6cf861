/** https://developer.mozilla.org/docs/Web/API/Storage */
interface Items {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** https://developer.mozilla.org/docs/Web/API/IDBFactory */
interface Databases {
  open(name: string, version?: number): object;
  deleteDatabase(name: string): object;
}

/** The parts of a page that keep something in the browser. A browser may throw when one is read. */
interface Page {
  readonly localStorage: Items;
  readonly sessionStorage: Items;
  readonly indexedDB?: Databases;
}

/**
 * Gives the page names of its own for all that it stores. All pages of one origin share the browser's storage, and a
 * host of static pages may give one origin to all sites of an owner:
 * https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages.
 *
 * @param folder the path of the site, which no other site at this origin has
 */
export function useOwnStorage(page: Page, folder: string): void {
  const prefix = `${folder}|`;
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    Object.defineProperty(page, name, { value: new OwnItems(readStorage(page, name), prefix), configurable: true });
  }
  const databases = page.indexedDB;
  if (databases === undefined) return;
  const open = databases.open.bind(databases);
  const remove = databases.deleteDatabase.bind(databases);
  databases.open = (name, version) => open(prefix + name, version);
  databases.deleteDatabase = (name) => remove(prefix + name);
}

/** @returns `undefined` where the browser forbids it */
function readStorage(page: Page, name: 'localStorage' | 'sessionStorage'): Items | undefined {
  try {
    return page[name];
  } catch {
    return undefined;
  }
}

/** Where the browser keeps nothing, they last as long as the page: the demo's key is always there. */
class OwnItems implements Items {
  private readonly items = new Map<string, string>();

  constructor(
    private readonly kept: Items | undefined,
    private readonly prefix: string,
  ) {}

  getItem(name: string): string | null {
    return this.kept?.getItem(this.prefix + name) ?? this.items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (this.kept === undefined) this.items.set(name, value);
    else this.kept.setItem(this.prefix + name, value);
  }

  removeItem(name: string): void {
    this.kept?.removeItem(this.prefix + name);
    this.items.delete(name);
  }
}
