import { FUNCTIONS } from '../../shared/catalogue/index';
import { toExcelMetadata, toSheetsStubs } from '../../shared/reference';

const TABLE: Readonly<Record<string, string>> = {
  'Example: {0}.': 'Beispiel: {0}.',
  'Example: {0}': 'Beispiel: {0}',
  'Cost: {0}': 'Preis: {0}',
  'Optional.': 'Freiwillig.',
  '1 credit for each company, for any number of technologies.': '1 Punkt für jede Firma.',
};

it('Sheets shows price and example of a function in the language of the build', () => {
  const stubs = toSheetsStubs(FUNCTIONS, 'addon', (english) => TABLE[english] ?? 'Hilfe.');
  expect(stubs.split('\n').slice(2, 9)).toEqual([
    '/**',
    ' * Hilfe. Beispiel: =TRACE_TECH(A2:A100). Preis: 1 Punkt für jede Firma.',
    ' *',
    ' * @param {any} domains Hilfe. Beispiel: A2:A100',
    ' * @param {any} fields Freiwillig. Hilfe. Beispiel: "name, category"',
    ' * @param {any} options Freiwillig. Hilfe. Beispiel: "top=3;category=Analytics"',
    ' * @customfunction',
  ]);
});

it('the fields that a function proposes are its own in every language', () => {
  const proposed = ({ functions }: ReturnType<typeof toExcelMetadata>): readonly string[] =>
    functions.flatMap(({ parameters }) =>
      parameters.map(({ description }) => (description.match(/"[^"]*"/g) ?? []).join()),
    );
  const english = proposed(toExcelMetadata(FUNCTIONS, ''));
  expect(proposed(toExcelMetadata(FUNCTIONS, '', (text) => `ö ${text}`))).toEqual(english);
});
