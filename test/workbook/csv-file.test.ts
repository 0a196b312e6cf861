import { isNumber, readCsv, writeCsv } from '../../workbook/csv-file';

const read = (text: string) => readCsv('a.csv', new TextEncoder().encode(text));

describe('reading CSV', () => {
  it.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\r\n1\t2'],
    ['a mark at the start', '\ufeffa,b\n1,2'],
    ['blank lines at the end', 'a,b\n1,2\n\n,\n'],
  ])('understands %s', (_name, text) => {
    expect(read(text)).toEqual({
      ok: true,
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  it.each([
    ['invalid UTF-8', new Uint8Array([0xff, 0xfe, 0x41])],
    ['zero bytes', new Uint8Array([0x41, 0, 0x42])],
  ])('refuses %s', (_name, bytes) => {
    expect(readCsv('a.csv', bytes)).toEqual({
      ok: false,
      sentence: 'a.csv is not a CSV file: it is not text in UTF-8. Nothing was changed.',
    });
  });

  it.each([
    ['42', true],
    ['-1.5', true],
    ['0', true],
    ['007', false],
    ['1e5', false],
    ['1234567890123456', false],
    ['+1', false],
    ['-122.419415500000', true],
    ['4111111111.111111', false],
    ['0.123456789012345', true],
    ['', false],
  ])('%j is a number: %s', (text, expected) => {
    expect(isNumber(text)).toBe(expected);
  });
});

it.each([
  ['=1+1', true, "'=1+1"],
  ['@a', true, "'@a"],
  ['-5', false, '-5'],
  ['plain', true, 'plain'],
])('writes %s as %s', (shown, isText, expected) => {
  expect(writeCsv([[{ shown, isText }]])).toBe(`\ufeff${expected}`);
});
