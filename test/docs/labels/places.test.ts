import { readFileSync } from 'node:fs';
import { ABOUT, GUIDES, RECIPES, START, SYMPTOMS } from '../../../docs/site/contents';
import { PROBLEM_GROUPS } from '../../../docs/site/problems';
import { parseSources } from '../../../languages/collect-texts';
import { translateFile } from '../../../languages/translate-source';
import { labelsIn } from './quoted-labels';

/** The folders whose texts a place of Trace shows. Parts in `common` and `state` are shown by several tabs. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  Enrich: ['shared/panel/enrich/', 'shared/panel/common/'],
  Explore: ['shared/panel/explore/', 'shared/panel/common/'],
  Lists: ['shared/panel/lists/', 'shared/panel/common/'],
  Activity: ['shared/panel/activity/', 'shared/panel/common/', 'shared/panel/state/'],
  Formula: ['shared/panel/formula/', 'shared/panel/common/'],
  Settings: ['shared/panel/settings/', 'shared/panel/common/', 'shared/panel/state/'],
  'Extensions > Trace': ['apps-script/menu.ts'],
};
/** Paths of app.tracedata.ai and of Microsoft's admin center, which begin like a tab. */
const ELSEWHERE = [
  ...['Settings > API Key', 'Settings > Organization Keys', 'Settings > Usage & Credits'],
  'Settings > Integrated apps > Upload custom apps',
];

const PAGES = [
  'README.md',
  'docs/certification-notes.md',
  'stores/google-workspace-marketplace.md',
  'stores/microsoft-appsource.md',
  ...[START, RECIPES, SYMPTOMS, GUIDES, ABOUT].flatMap(({ pages }) => pages).map((page) => `docs/${page}.md`),
  ...PROBLEM_GROUPS.map(({ file }) => `docs/${file}.md`),
];

let texts: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  const found = new Map(Object.keys(PLACES).map((place) => [place, new Set<string>()]));
  for (const file of await parseSources()) {
    translateFile(file, (text) => {
      for (const [place, folders] of Object.entries(PLACES)) {
        if (folders.some((folder) => file.fileName.startsWith(folder))) found.get(place)?.add(plain(text));
      }
      return text;
    });
  }
  texts = found;
});

it.each(PAGES)('every path that %s quotes leads to a label of that place', (page) => {
  const paths = labelsIn(readFileSync(page, 'utf8')).filter((label) => label.includes(' > '));
  expect(paths.filter((path) => !ELSEWHERE.includes(path) && !isThere(path))).toEqual([]);
});

it.each([
  ['Settings > Diagnose', true],
  ['Settings > Retry everything', false],
  ['Extensions > Trace > Retry problems', true],
  ['Extensions > Trace > Diagnose', false],
  ['Extensions > Add-ons > Manage add-ons', true],
])('%s: %s', (path, is) => {
  expect(isThere(path)).toBe(is);
});

function isThere(path: string): boolean {
  const place = Object.keys(PLACES).find((each) => path.startsWith(`${each} > `));
  if (place === undefined) return true;
  const [label = ''] = path.slice(place.length + 3).split(' > ');
  return texts.get(place)?.has(plain(label)) === true;
}

/** Without the box in front of a label, and the dots of a button that asks for more. */
function plain(text: string): string {
  return text.replace(/^\{\d\}|…$/g, '');
}
