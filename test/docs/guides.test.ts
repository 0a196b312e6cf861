import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PAGES = [
  ...readdirSync('.'),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const read = (page: string): string => readFileSync(page, 'utf8');

/** Not a file: GitHub resolves it against the repository's own address. */
const ON_GITHUB = '../../deployments/github-pages';

it.each(PAGES)('every file that %s links to is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => link !== ON_GITHUB && !existsSync(join(dirname(page), link)))).toEqual([]);
});

it.each(PAGES)('every command of npm that %s names is one', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...read(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('the guide into Google Sheets names every permission that the manifest asks for', () => {
  const { oauthScopes } = JSON.parse(read('appsscript.json')) as { readonly oauthScopes: readonly string[] };
  expect({ scopes: oauthScopes.length, saysThree: read('docs/google-sheets.md').includes('There are three:') }).toEqual(
    { scopes: 3, saysThree: true },
  );
});
