import { toExcelMetadata } from '../../../shared/catalogue/derive/excel-metadata';
import { toReferencePage } from '../../../shared/catalogue/derive/reference-page';
import { toSheetsStubs } from '../../../shared/catalogue/derive/sheets-stubs';
import { FUNCTIONS } from '../../../shared/catalogue/index';
import { OPTIONS } from '../../../shared/catalogue/options';
import { complaintsAboutSentences, complaintsAboutWords } from '../../setup/plain-words';

it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s is told in plain words', (_id, spec) => {
  const { about, costs, params, fields, examples } = spec;
  const texts = [about, costs, ...[...params, ...fields, ...examples].map((each) => each.about)];
  expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
});

it.each(Object.entries(OPTIONS))('the option %s is told in plain words', (name, { about, takes }) => {
  expect(complaintsAboutSentences(about)).toEqual([]);
  expect(complaintsAboutSentences(`${name} accepts ${takes}.`)).toEqual([]);
});

it('what Google Sheets shows while a formula is typed is plain', () => {
  const shown = [...toSheetsStubs(FUNCTIONS, 'Bundle').matchAll(/^ \* (?:@param \{any\} \w+ )?(?!@)(.+)$/gm)];
  const texts = shown.map(([, text = '']) => text.replace(/ Example: .*$/, ''));
  expect(texts.length).toBeGreaterThan(FUNCTIONS.length * 2);
  expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
});

it('what Excel shows while a formula is typed is plain', () => {
  const { functions } = toExcelMetadata(FUNCTIONS, 'https://addin.example');
  const texts = functions.flatMap(({ description, parameters }) => [
    description,
    ...parameters.map((parameter) => parameter.description),
  ]);
  expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
});

it('the reference page has no word that users do not read', () => {
  const lines = toReferencePage(FUNCTIONS).split('\n');
  expect(lines.filter((line) => !line.startsWith('<!--')).flatMap(complaintsAboutWords)).toEqual([]);
});
