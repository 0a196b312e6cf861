import { readFileSync, readdirSync } from 'node:fs';
import { FUNCTIONS } from '../../shared/catalogue';

const page = readFileSync('docs/stored-formats.md', 'utf8');

const folders = ['shared', 'apps-script', 'excel-addin', 'workbook'];
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
);

it('everything that the sources store has its line', () => {
  const named = sources.flatMap(storedNames);
  expect(new Set(named).size).toBeGreaterThan(50);
  expect([...new Set(named)].filter((name) => !hasLine(name))).toEqual([]);
});

it.each([
  ['a property', "properties.setProperty('TRACE_PLANTED', text);", 'TRACE_PLANTED'],
  ['a property with a number', "const PREFIX = 'TRACE_PLANTED_';", 'TRACE_PLANTED'],
  ['an item of a browser', "const ITEM = 'trace.planted';", 'trace.planted'],
  ['an item of each workbook', 'writeStored(`trace.planted|${url}`, text);', 'trace.planted|'],
  ['an item of another name', "const ITEM = 'planted';\nlocalStorage.setItem(ITEM, text);", 'planted'],
  ['a setting of another name', "settings.set('planted', true);", 'planted'],
  ['a database', "new PageDatabase('trace-planted', 'all');", 'trace-planted'],
  ['an item of a cache', "const KEY = 'trace|!planted';", '!planted'],
  ['an item of a cache for each account', 'return `trace${VERSION}|${id}|!planted|${key}`;', '!planted'],
  ['a hidden name', "const PREFIX = '_TracePlanted.';", '_TracePlanted.'],
])('%s that is planted has no line', (_kind, source, name) => {
  expect(storedNames(source).filter((each) => !hasLine(each))).toEqual([name]);
});

/** What a source stores: by the look of the name, or as what a store is given. */
function storedNames(source: string): readonly string[] {
  const text = source.replace(/Symbol\.for\([^)]*\)/g, '').replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  const found = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const functions = new Set<string>([...FUNCTIONS.map(({ id }) => id), 'TRACE_STORES']);
  const constants = new Map(
    [...text.matchAll(/const (\w+) = ['`]([^'`$]+)/g)].map(([, name, value]) => [name, value!]),
  );
  const given = found(/(?:etItem|etProperty|removeItem|ettings\??\.set|\bsettings\??\.get)\(([\w'.]+)/g).flatMap(
    (name) => (name.startsWith("'") ? [name.slice(1).replace(/'$/, '')] : (constants.get(name) ?? [])),
  );
  const names = [
    ...found(/['`](TRACE_[A-Z]+(?:_[A-Z]+)*)_?['`$]/g).filter((name) => !functions.has(name)),
    ...found(/['`](trace\.[A-Za-z]+\|?)[^'`]*['`]/g),
    ...found(/(?:_DATABASE = |PageDatabase\(|createStore\()'([^']+)'/g),
    ...found(/['`|](![a-z]{3,})/g),
    ...found(/['`](_Trace\w*\.)/g),
    ...given,
  ];
  return [...new Set(names)];
}

/** Whether the page names it in full: a longer name is another one. */
function hasLine(name: string): boolean {
  const isWord = /\w$/.test(name);
  const literal = name.replace(/[.|]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\w.])${literal}${isWord ? '(?![A-Za-z.]|_[A-Z])' : ''}`).test(page.replaceAll('\\|', '|'));
}
