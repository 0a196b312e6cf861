const PICTURE = /(?:src|srcset)="\.\.\/screenshots\/([\w-]+\.png)"/g;

/** The files of `docs/screenshots` that pages show. */
export function picturesIn(pages: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...pages.values()].flatMap((html) => [...html.matchAll(PICTURE)].map(([, name = '']) => name)));
}
