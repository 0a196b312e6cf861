import { readFileSync } from 'node:fs';
import { ABOUT, GUIDES, RECIPES, START } from '../../docs/site/contents';

/** Pages for people who are no developers. What administrators do needs commands, so their page is apart. */
const ADMINISTRATORS = 'administrators';
const PAGES = [START, RECIPES, GUIDES, ABOUT].flatMap(({ pages }) => pages);

/** One thing, one name: words that guides do not use, and what they say instead. */
const OTHER_NAMES: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(some|any|every)body\b/i, 'someone, anyone, everyone'],
  [/^nobody\b|[.:] nobody\b/i, 'only … can'],
  [/\blook-ups?\b/i, 'lookup'],
  [/\be-mail/i, 'email'],
  [/\b(side ?bar|task ?pane|pane)\b/i, 'Trace panel'],
  [/\bthaw/i, 'Restore formulas'],
  [/\bheader row\b/i, 'titles'],
  [/\bin Trace\b/i, 'in the Trace panel, or at app.tracedata.ai'],
  [/\b(try|calculate|calculates|enter|place|look) again\b/i, 'the button to choose: Retry, Recalculate'],
  [/\bdefinition/i, 'conditions'],
  [/\bmembers?\b/i, 'companies of a list'],
  [/\b(remember|forget)s?\b/i, 'save, remove'],
  [/\bjournal|\bbatch(es)?\b|\broutes?\b|\bassumed\b/i, 'nothing: it is internal'],
  [/\banew\b/i, 'again'],
];

it.each(PAGES)('%s has one name for one thing', (page) => {
  const own = withoutLabels(readFileSync(`docs/${page}.md`, 'utf8'));
  const found = OTHER_NAMES.flatMap(([word, instead]) => {
    const [other] = word.exec(own) ?? [];
    return other === undefined ? [] : [`"${other}" (write: ${instead})`];
  });
  expect(found).toEqual([]);
});

it.each(PAGES.filter((page) => page !== ADMINISTRATORS))('%s asks nobody for a command line', (page) => {
  const shown = readFileSync(`docs/${page}.md`, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  expect(shown).not.toMatch(/\bnp[mx] |\bclasp\b|Node\.js|localhost/);
});

it.each(['quick-start', 'google-sheets', 'excel'])('%s says where a key and an account come from', (page) => {
  const text = readFileSync(`docs/${page}.md`, 'utf8');
  expect(text).toContain('[app.tracedata.ai](https://app.tracedata.ai/settings), open **Settings > API Key**');
  expect(text).toContain('at [app.tracedata.ai](https://app.tracedata.ai)');
});

/** What stands on a screen has the words of the screen: labels, code, links' addresses. */
function withoutLabels(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`|\*\*[^*]+\*\*|(?<!\w)_[^_\n]+_(?!\w)|\]\([^)]*\)/g, 'LABEL');
}
