import { readFileSync } from 'node:fs';
import { ABOUT, DEVELOPERS, GUIDES, RECIPES, START, SYMPTOMS } from '../../docs/site/contents';
import { PROBLEM_GROUPS } from '../../docs/site/problems';
import { otherNamesForDevelopers, otherNamesIn } from '../setup/one-name';

/** Pages for users who are not developers. Administrators need commands, so their page is separate. */
const ADMINISTRATORS = 'administrators';
const PAGES = [
  ...[START, RECIPES, SYMPTOMS, GUIDES, ABOUT].flatMap(({ pages }) => pages),
  ...PROBLEM_GROUPS.map(({ file }) => file),
];

/** Texts for people who use Trace, on top of the pages. */
const STORES = ['stores/description.txt', 'stores/google-workspace-marketplace.md', 'stores/microsoft-appsource.md'];
const OTHERS = ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/certification-notes.md', ...STORES];
/** Another program's names for its own things, by page. */
const NAMES_OF_OTHERS: Readonly<Record<string, RegExp>> = {
  // HTTP has headers.
  'docs/administrators.md': /\bheaders?\b/gi,
  'SECURITY.md': /\bheaders?\b/gi,
};

it.each([...PAGES.map((page) => `docs/${page}.md`), ...OTHERS])('%s has one name for one thing', (path) => {
  const text = readFileSync(path, 'utf8');
  // Blocks of the stores' forms are texts for users.
  const shown = STORES.includes(path) ? text.replaceAll('```', '') : text;
  const own = withoutLabels(shown.replace(NAMES_OF_OTHERS[path] ?? /$^/, 'NAME'));
  expect(sentencesOf(own).flatMap(otherNamesIn)).toEqual([]);
});

it.each(DEVELOPERS.pages.map((page) => `docs/${page}.md`))('%s, for developers, has one name for one thing', (path) => {
  const own = withoutLabels(readFileSync(path, 'utf8'));
  expect(sentencesOf(own).flatMap(otherNamesForDevelopers)).toEqual([]);
});

it.each(PAGES.filter((page) => page !== ADMINISTRATORS))('%s requires no command line', (page) => {
  const shown = readFileSync(`docs/${page}.md`, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  expect(shown).not.toMatch(/\bnp[mx] |\bclasp\b|Node\.js|localhost/);
});

it.each(['quick-start', 'google-sheets', 'excel'])('%s says where a key and an account come from', (page) => {
  const text = readFileSync(`docs/${page}.md`, 'utf8');
  expect(text).toContain('[app.tracedata.ai](https://app.tracedata.ai/settings), open **Settings > API Key**');
  expect(text).toContain('at [app.tracedata.ai](https://app.tracedata.ai)');
});

/** Text on a screen uses the words of the screen: labels, code, links' addresses. */
function withoutLabels(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```|<!--[\s\S]*?-->/gm, '')
    .replace(/`[^`\n]*`|\*\*[^*]+\*\*|(?<!\w)_[^_\n]+_(?!\w)|\]\([^)]*\)|https?:\S+/g, 'LABEL');
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/\n\n|\n(?=[-|#]|\d\.)|(?<=[.!?]) /);
}
