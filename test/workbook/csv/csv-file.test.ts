import { isNumber, openCsvFile, toCsvName, toPlainNumber, writeCsv } from '../../../workbook/csv/csv-file';

const readBytes = (bytes: Uint8Array<ArrayBuffer>) => openCsvFile(new File([bytes], 'a.csv'));
const read = (text: string) => readBytes(new TextEncoder().encode(text));

describe('reading CSV', () => {
  it.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\r\n1\t2'],
    ['a mark at the start', '\ufeffa,b\n1,2'],
    ['blank lines at the end', 'a,b\n1,2\n\n,\n'],
  ])('understands %s', async (_name, text) => {
    expect(await read(text)).toEqual({
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
  ])('refuses %s', async (_name, bytes) => {
    expect(await readBytes(bytes)).toEqual({
      ok: false,
      sentence:
        'a.csv is not a CSV file in UTF-8. Save the sheet as CSV UTF-8, then open that file. Nothing was changed.',
    });
  });

  it.each([
    ['a,b\n"c,d\ne,f', 2],
    ['a\n"b""c\n', 2],
    ['"', 1],
  ])('refuses %j, where all that follows would be one cell', async (text, row) => {
    expect(await read(text)).toEqual({
      ok: false,
      sentence: `a.csv has a quotation mark in row ${row} that is never closed. Nothing was changed.`,
    });
  });

  it.each(['"a, b",c', 'a,"b""c"', '42" screen,x', '"a\nb",c'])('reads the quotation marks of %j', async (text) => {
    expect((await read(text)).ok).toBe(true);
  });

  it('does not fetch a file that is too large', async () => {
    const file = { name: 'a.csv', size: 50_000_001, arrayBuffer: () => Promise.reject(new Error('never asked for')) };
    expect(await openCsvFile(file)).toEqual({
      ok: false,
      sentence: 'a.csv is too large: the workbook opens files of up to 50 MB.',
    });
  });

  it('says so where the browser cannot read the file', async () => {
    const gone = new DOMException('A requested file could not be found.', 'NotFoundError');
    expect(await openCsvFile({ name: 'a.csv', size: 5, arrayBuffer: () => Promise.reject(gone) })).toEqual({
      ok: false,
      sentence: 'a.csv cannot be read. If it was moved or changed, choose it again. Nothing was changed.',
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

test.each([
  [8500, '8,500', '8500'],
  [-1234.5, '-$1,234.50', '-1234.5'],
  [1234.56, '1,235', '1234.56'],
  [46174, '2026-06-01', '2026-06-01'],
  [0.85, '85%', '85%'],
  [0.5, '12:00', '12:00'],
  [0.005, '0.5%', '0.5%'],
  [0, '0%', '0%'],
  [0, '00:00', '00:00'],
  [1 / 1440, '0:01', '0:01'],
  [7, '', ''],
])('the number %s, shown as %j, is saved as %s', (value, shown, saved) => {
  expect(toPlainNumber(value, shown)).toBe(saved);
});

test('a saved file has a name of its own', () => {
  expect([toCsvName('leads'), toCsvName('leads-enriched')]).toEqual(['leads-enriched.csv', 'leads-enriched.csv']);
});
