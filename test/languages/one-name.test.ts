import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import ts from 'typescript';
import { MANIFEST_TEXTS } from '../../excel-addin/manifest/manifest';
import { parseSources } from '../../languages/collect-texts';
import { parseSource, translateFile } from '../../languages/translate-source';
import { FUNCTIONS } from '../../shared/formulas';
import { builderHelp, toExcelMetadata, toSheetsStubs } from '../../shared/reference';
import { translateHelp } from '../../languages/function-help';
import { isText, withPlaces } from '../../languages/is-text';
import { otherNamesForDevelopers, otherNamesIn } from '../setup/one-name';

it('the panel, the menus and the sentences of problems have one name for one thing', async () => {
  const found: string[] = [];
  for (const file of await parseSources()) {
    translateFile(file, (text) => {
      found.push(...otherNamesIn(text).map((complaint) => `${file.fileName}: ${complaint}`));
      return text;
    });
  }
  expect(found).toEqual([]);
});

it('the help of functions, and the ribbon, have one name for one thing', () => {
  const texts = new Set<string>(Object.values(MANIFEST_TEXTS));
  const say = (text: string): string => {
    texts.add(text);
    return text;
  };
  toSheetsStubs(FUNCTIONS, '', say);
  toExcelMetadata(FUNCTIONS, '', say);
  translateHelp(builderHelp(), say);
  expect([...texts].flatMap(otherNamesIn)).toEqual([]);
});

/** Sources whose texts stay in English: cells, help pages, store texts, and the web workbook's page. */
const IN_ENGLISH = [
  'docs/site/',
  'shared/cells/',
  'shared/enrich/',
  'shared/functions/',
  'shared/practice/',
  'stores/',
];
/** Programs that developers and administrators start. */
const PROGRAMS = ['build.ts', 'check-api/', 'relay/', 'release.ts', 'releasing/'];
/** Titles that other programs write and Trace reads. */
const OF_OTHERS = 'shared/enrich/plan/heading-choices.ts';

it.each([...IN_ENGLISH, ...PROGRAMS])('the texts of %s have one name for one thing', async (place) => {
  const names = place.endsWith('/') ? await readdir(place, { recursive: true }) : [''];
  const paths = names.map((name) => `${place}${name.replace(/\\/g, '/')}`);
  const found: string[] = [];
  for (const path of paths.filter((each) => /\.tsx?$/.test(each) && each !== OF_OTHERS)) {
    const complaints = PROGRAMS.includes(place) ? otherNamesForDevelopers : otherNamesIn;
    found.push(
      ...textsIn(path)
        .flatMap(complaints)
        .map((complaint) => `${path}: ${complaint}`),
    );
  }
  expect(found).toEqual([]);
});

it.each([
  ['Wait a minute, then try again.', 'try again'],
  ['Refetch 12 companies', 'Refetch'],
  ['Refresh the answers', 'Refresh'],
  ['Update stale answers', 'stale answers'],
  ['Thaw the formulas.', 'Thaw'],
  ['One look-up costs a credit.', 'look-up'],
  ['Forget the key', 'Forget'],
  ['Send flag · free', 'flag'],
  ['Domain of the member.', 'member'],
  ['Edit definition', 'definition'],
  ['Fill from headings', 'headings'],
  ['Anyone can type, somebody pays.', 'somebody'],
  ['In Trace, open Settings.', 'In Trace'],
  ['Copy the key from Trace > Settings.', 'from Trace >'],
  ['Undo the run.', 'the run'],
  ['The cap is reached.', 'cap'],
  ['This route is missing.', 'route'],
  ['Trace does not offer partnerships.graph.', 'partnerships.graph'],
  ['3 cell(s) skipped.', '(s)'],
  ['Up to 10000 rows.', '10000'],
])('%s is found', (text, other) => {
  expect(otherNamesIn(text)).toEqual([expect.stringContaining(`"${other}"`)]);
});

it.each([
  '"refresh=" is an option, and "headers=1" adds titles.',
  'if_problem= hides refresh= too.',
  'Look up a company.',
  'Options go third: =TRACE_LIST("members","name","headers=1").',
  'Number of rows: 10,000 since 1 Dec 2026.',
  'Trace runs in Excel.',
])('%s is fine', (text) => {
  expect(otherNamesIn(text)).toEqual([]);
});

/** Every text of several words. */
function textsIn(path: string): readonly string[] {
  const file = parseSource(path, readFileSync(path, 'utf8'));
  const texts: string[] = [];
  const see = (node: ts.Node): void => {
    // A mistake of ours, which only developers read.
    if (ts.isNewExpression(node) && node.expression.getText() === 'Error') return;
    if (ts.isJsxText(node)) texts.push(node.text.trim());
    else if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && isText(node))
      texts.push(node.text);
    else if (ts.isTemplateExpression(node) && isText(node)) texts.push(withPlaces(node));
    ts.forEachChild(node, see);
  };
  see(file);
  return texts.filter((text) => /\s/.test(text));
}
