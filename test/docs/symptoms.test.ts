import { readFileSync } from 'node:fs';
import { SYMPTOMS } from '../../docs/site/contents';
import { toGuide } from '../../docs/site/guides';
import { toSymptomPage } from '../../docs/site/symptom-page';
import { readFormulaCall } from '../../shared/formulas';
import { textsIn } from './markdown-texts';

const FILES = SYMPTOMS.pages.map((file) => [file, readFileSync(`docs/${file}.md`, 'utf8')] as const);
const ALL = FILES.map(([, markdown]) => markdown).join('\n');

/** Search words, the symptom, what it means, and its causes. */
const SYMPTOM = /^<!-- search: \S.* -->\n\n# \S.*\n\n[A-Z].*\.\n(\n## \S[\s\S]*)$/;
/** Where it happens, if not everywhere; the steps; a page that says more; the source, if only others can fix it. */
const CAUSE =
  /^.+\n\n((Google Sheets|Excel|Web workbook|Excel and the web workbook)\n\n)?(\d\. .+\n)+(\n\[.+\]\(\S+\)\n)?(\nSource: \[.+\]\(https:\S+\)\n)?\n?$/;

it.each(FILES)('%s has a symptom, search words, and causes with their steps', (_file, markdown) => {
  const [, causes = ''] = SYMPTOM.exec(markdown) ?? [];
  const parts = causes.split(/^## /m).slice(1);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.filter((part) => !CAUSE.test(part))).toEqual([]);
});

it.each(FILES)('%s says everything in whole sentences', (_file, markdown) => {
  const [, , about = ''] = markdown.split('\n\n');
  const steps = markdown.match(/^\d\. .+$/gm) ?? [];
  const texts = [about, ...steps].flatMap(textsIn);
  expect(texts.filter((text) => !/^["A-Z=#].*[.)"]$/.test(text))).toEqual([]);
});

it('each formula is one that Trace reads', () => {
  const formulas = [...ALL.matchAll(/=TRACE_[A-Z_]+\([^)]*\)/g)].map(([formula]) => formula);
  expect(formulas.length).toBeGreaterThan(8);
  expect(formulas.filter((formula) => readFormulaCall(formula) === null)).toEqual([]);
});

it('no two have the same name', () => {
  const titles = FILES.map(([file, markdown]) => toGuide(file, markdown).title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('its page has a box for each cause, and words for the search alone', () => {
  const markdown =
    '<!-- search: "broken" -->\n\n# X\n\nA.\n\n## Why\n\nExcel\n\n1. Do this.\n\n## Why else\n\n1. Do that.\n';
  const page = toSymptomPage(toGuide('symptoms/x', markdown));
  expect(page).toContain('<meta name="keywords" content="&quot;broken&quot;"/>');
  expect(page.match(/<section class="cause">[\s\S]*?<\/section>/g)).toEqual([
    '<section class="cause"><h2 id="why">Why</h2>\n<p>Excel</p>\n<ol>\n<li>Do this.</li>\n</ol>\n</section>',
    '<section class="cause"><h2 id="why-else">Why else</h2>\n<ol>\n<li>Do that.</li>\n</ol>\n</section>',
  ]);
});
