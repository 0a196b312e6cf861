import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import ts from 'typescript';
import { isText, withPlaces } from '../../languages/is-text';
import { isTranslated, TRANSLATED_FILES } from '../../languages/translated-files';
import { parseSource } from '../../languages/translate-source';

const FOLDERS = ['shared', 'apps-script', 'excel-addin'];

const CELLS = 'written into cells, where formulas look for English';
const COMPARED = 'compared with what stands in cells or headings';
const SHEET_NAME = 'the name of a sheet, by which the file is known in every language';
const RECORD = 'read by editors whose languages differ, and compared when a run goes on';
const DEVELOPERS = 'read by developers only';
const IN_THE_TABLE = 'in the table by another way: languages/collect-texts.ts';

/** Files, or folders up to a `/`, with words in English in every language, and why. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  'shared/errors/sentences/': IN_THE_TABLE,
  'shared/catalogue/': `${IN_THE_TABLE}; the rest are pages of docs, and examples that are not translated`,
  'excel-addin/manifest/manifest.ts': IN_THE_TABLE,
  'excel-addin/manifest/': DEVELOPERS,
  'shared/enrich/plan/column-spec.ts': CELLS,
  'shared/enrich/plan/field-titles.ts': CELLS,
  'shared/enrich/plan/status-words.ts': CELLS,
  'shared/enrich/answers/run-answer.ts': CELLS,
  'shared/cells/options.ts': CELLS,
  'shared/cells/rows-table.ts': CELLS,
  'shared/cells/table.ts': CELLS,
  'shared/functions/': CELLS,
  'shared/panel/enrich/overview/overview-picture.ts': CELLS,
  'shared/panel/enrich/overview/overview-sheet.ts': CELLS,
  'shared/panel/activity/changes-sheet.ts': CELLS,
  'shared/panel/explore/warm/warm-table.ts': CELLS,
  'shared/practice/': CELLS,
  'shared/recipes/examples.ts': 'names of companies and technologies, and titles as sheets have them',
  'shared/recipes/usual-categories.ts': 'names that Trace knows',
  'apps-script/bulk/earlier-stores.ts': COMPARED,
  'apps-script/bulk/record-sheet.ts': SHEET_NAME,
  'excel-addin/bulk/record.ts': SHEET_NAME,
  'shared/enrich/record/lines.ts': RECORD,
  'apps-script/formulas/stores-text.ts': CELLS,
  'apps-script/stored/google-stores.ts': CELLS,
  'shared/enrich/plan/column-title.ts': COMPARED,
  'shared/enrich/plan/heading-choices.ts': COMPARED,
  'shared/cells/countries.ts': COMPARED,
  'shared/cells/identifier.ts': COMPARED,
  'shared/cells/trace-calls.ts': COMPARED,
  'shared/cells/searched-words.ts': COMPARED,
};

/** Literals elsewhere that look like words, and why users do not read them. */
const NOT_READ: Readonly<Record<string, string>> = {
  'shared/cells/inputs.ts: (API key)': 'what an error has in the place of a key',
  'shared/client/request.ts: text/csv, text/plain': 'a header of HTTP',
  'excel-addin/functions/company-card.ts: Technologies and partners':
    'a card is part of a cell, whose texts are English',
  'excel-addin/functions/page-database.ts: the database is silent': 'why a question of ours is rejected',
  'excel-addin/bulk/kept-answers.ts: the browser’s storage does not answer.':
    'stands in the place of Excel’s own words',
  'excel-addin/bulk/kept-answers.ts: the browser’s storage failed.': 'stands in the place of Excel’s own words',
  'shared/enrich/may-fill.ts: text {0}': 'a key of a map',
  'shared/frozen/list-row.ts: Trace formulas': 'the name of a sheet, by which it is found again',
  'shared/frozen/list-row.ts: Frozen (UTC)': 'a title of that sheet',
  'apps-script/formulas/column-formulas.ts: last {0}': 'a key of a map',
  'apps-script/formulas/column-formulas.ts: name {0}': 'a key of a map',
};

let found: readonly (readonly [path: string, text: string])[] = [];

beforeAll(async () => {
  const names = await Promise.all(FOLDERS.map((folder) => readdir(folder, { recursive: true })));
  const paths = names.flatMap((some, at) => some.map((name) => `${FOLDERS[at]!}/${name.replace(/\\/g, '/')}`));
  const sources = paths.filter((path) => /(?<!\.d)\.tsx?$/.test(path) && !isTranslated(path)).sort();
  const texts = sources.map(async (path) => {
    return sentencesIn(parseSource(path, await readFile(path, 'utf8'))).map((text) => [path, text] as const);
  });
  found = (await Promise.all(texts)).flat();
});

it('a text of several words is in a file that languages translate, or is English for a reason', () => {
  const hardWired = found.filter(([path, text]) => !(`${path}: ${text}` in NOT_READ) && reasonOf(path) === undefined);
  expect(hardWired).toEqual([]);
});

it('each reason is still needed, and each file of the list is there', () => {
  const reasons = new Set(found.map(([path]) => reasonOf(path)));
  const literals = new Set(found.map((each) => each.join(': ')));
  expect({
    needlessEnglish: Object.keys(IN_ENGLISH).filter((path) => !reasons.has(path)),
    needlessNotRead: Object.keys(NOT_READ).filter((literal) => !literals.has(literal)),
    missingFiles: [...TRANSLATED_FILES].filter((path) => !existsSync(path)),
  }).toEqual({ needlessEnglish: [], needlessNotRead: [], missingFiles: [] });
});

/** The entry that speaks for a file: the longest that fits. */
function reasonOf(path: string): string | undefined {
  const fitting = Object.keys(IN_ENGLISH).filter(
    (each) => each === path || (each.endsWith('/') && path.startsWith(each)),
  );
  return fitting.sort((a, b) => b.length - a.length)[0];
}

function sentencesIn(file: ts.SourceFile): readonly string[] {
  const texts: string[] = [];
  const see = (node: ts.Node): void => {
    if (ts.isJsxText(node)) texts.push(node.text.trim());
    const isLiteral = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if ((isLiteral || ts.isTemplateExpression(node)) && !isOfDeveloper(node) && isText(node)) {
      texts.push(isLiteral ? node.text : withPlaces(node));
    }
    ts.forEachChild(node, see);
  };
  see(file);
  return texts.filter(hasWords);
}

/** A bug of ours, whose message no table can have: users read the sentences of `TraceError`. */
function isOfDeveloper({ parent }: ts.Node): boolean {
  return ts.isNewExpression(parent) && parent.expression.getText() === 'Error';
}

/** Two words, or a word and a value. A single word beside code is its name more often than a text. */
function hasWords(text: string): boolean {
  const parts = text.split(/\s+/).filter((part) => /\p{L}{2}|\{\d+\}/u.test(part));
  return parts.length > 1 && parts.some((part) => /\p{L}{2}/u.test(part)) && !/<[\w!?{]/.test(text);
}
