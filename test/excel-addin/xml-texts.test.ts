import { XmlTexts } from '../../excel-addin/bulk/xml-texts';
import { makeExcelApi } from '../../workbook/excel-api';
import { FakeSheet } from '../fakes/excel/sheet';
import { FakeWorkbook } from '../fakes/excel/workbook';
import { FakeXmlParts } from '../fakes/excel/xml-parts';

let parts: FakeXmlParts;

beforeEach(() => {
  parts = new FakeXmlParts();
  Object.assign(globalThis, { Excel: parts.of(makeExcelApi(new FakeWorkbook(new FakeSheet([])))) });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'Excel'));

/** As a page that opens the workbook now. */
const read = async (name = 'journal') => Object.fromEntries((await new XmlTexts(name).read()) ?? []);
const toTexts = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));

/** As anyone may who edits the workbook. */
function put(content: string): void {
  parts.kept.set(`{${parts.kept.size}}`, `<journal xmlns="urn:tracedata:sheets-excel:journal">${content}</journal>`);
}

test.each([
  ['marks of XML', '<a b="c">&amp;</a>]]>'],
  ['line breaks and tabs', 'a\r\nb\tc\0'],
  ['what XML may not hold', '\uffff\ud800'],
  ['backslashes, as the escapes have them', '\\003c \\'],
  ['other languages', '中文 é 😀'],
  ['nothing', ''],
])('a text comes back with %s', async (_what, text) => {
  await new XmlTexts('journal').save(toTexts({ head: text }));
  expect(await read()).toEqual({ head: text });
});

test('a text is cut where a part or a request would be too long', async () => {
  const [long, wide] = ['x'.repeat(5_000_000), '中'.repeat(300_000)];
  await new XmlTexts('journal').save(toTexts({ 'block.0': long, 'block.1': wide }));
  const texts = await read();
  expect({
    isLongWhole: texts['block.0'] === long,
    isWideWhole: texts['block.1'] === wide,
    kept: parts.kept.size,
  }).toEqual({ isLongWhole: true, isWideWhole: true, kept: 54 });
});

test('texts are added and replaced, and leave nothing of earlier ones', async () => {
  const texts = new XmlTexts('journal');
  await texts.save(toTexts({ 'rows.0': 'r', head: 'h1' }));
  await texts.save(toTexts({ 'block.0': 'b', head: 'h2' }));
  expect({ texts: await read(), kept: parts.kept.size }).toEqual({
    texts: { 'rows.0': 'r', 'block.0': 'b', head: 'h2' },
    kept: 4,
  });
  await texts.remove();
  expect({ texts: await read(), kept: parts.kept.size }).toEqual({ texts: {}, kept: 0 });
});

test('texts of another name are left alone', async () => {
  await new XmlTexts('other').save(toTexts({ head: 'o' }));
  await new XmlTexts('journal').save(toTexts({ head: 'j' }));
  await new XmlTexts('journal').remove();
  expect(await read('other')).toEqual({ head: 'o' });
});

test.each([0, 1, 2])(
  'a change that breaks off after %s parts changes nothing, and the next one is whole',
  async (after) => {
    const texts = new XmlTexts('journal');
    await texts.save(toTexts({ 'rows.0': 'r', head: 'h1' }));
    parts.failsAfter = after;
    await expect(texts.save(toTexts({ 'block.0': 'b', head: 'h2' }))).rejects.toMatchObject({
      code: 'workbookRefused',
    });
    parts.failsAfter = Infinity;
    expect(await read()).toEqual({ 'rows.0': 'r', head: 'h1' });
    await texts.save(toTexts({ 'block.0': 'c', head: 'h3' }));
    expect({ texts: await read(), kept: parts.kept.size }).toEqual({
      texts: { 'rows.0': 'r', 'block.0': 'c', head: 'h3' },
      kept: 4,
    });
  },
);

test.each([3, 4])('a change that breaks off after %s steps is done, and the next one is whole', async (after) => {
  const texts = new XmlTexts('journal');
  await texts.save(toTexts({ 'rows.0': 'r', head: 'h1' }));
  parts.failsAfter = after;
  await expect(texts.save(toTexts({ 'block.0': 'b', head: 'h2' }))).rejects.toMatchObject({ code: 'workbookRefused' });
  parts.failsAfter = Infinity;
  expect(await read()).toEqual({ 'rows.0': 'r', 'block.0': 'b', head: 'h2' });
  await texts.save(toTexts({ 'block.1': 'c', head: 'h3' }));
  expect({ texts: await read(), kept: parts.kept.size }).toEqual({
    texts: { 'rows.0': 'r', 'block.0': 'b', 'block.1': 'c', head: 'h3' },
    kept: 5,
  });
});

test('a part that somebody else has deleted meanwhile is in nobody’s way', async () => {
  const texts = new XmlTexts('journal');
  await texts.save(toTexts({ 'rows.0': 'r', head: 'h1' }));
  parts.kept.delete([...parts.kept].find(([, xml]) => xml.includes('h1'))![0]);
  await texts.save(toTexts({ head: 'h2' }));
  expect({ texts: await read(), kept: parts.kept.size }).toEqual({ texts: { 'rows.0': 'r', head: 'h2' }, kept: 3 });
});

test('a part that is gone by the time it is read is no sheet that is gone', async () => {
  await new XmlTexts('journal').save(toTexts({ head: 'h' }));
  jest.spyOn(parts.kept, 'get').mockReturnValue(undefined);
  await expect(read()).rejects.toMatchObject({
    message: 'The workbook did not let Trace do this: ItemNotFound: there is no such part. Try again.',
  });
});

test('XML with a declaration before it is read', async () => {
  await new XmlTexts('journal').save(toTexts({ head: 'h' }));
  for (const [id, xml] of parts.kept) parts.kept.set(id, `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  expect(await read()).toEqual({ head: 'h' });
});

test.each([
  ['no index', ['7 text']],
  ['an index that is none', ['8i {"head":[7]}', '7 text']],
  ['an index of pieces that are gone', ['8i [["head",[7]]]']],
  ['a piece that counts more than once', ['8i [["head",[7,7]]]', '7 text']],
  ['a number of any length', [`${'9'.repeat(40)}i [["head",[7]]]`, '7 text']],
  ['the highest number of an index', [`${'9'.repeat(15)}i []`]],
  ['numbers right below those that are not counted from', [`${'9'.repeat(14)}i []`]],
])('what somebody else wrote is no text: %s', async (_what, contents) => {
  contents.forEach(put);
  expect(await read()).toEqual({});
  await new XmlTexts('journal').save(toTexts({ head: 'h' }));
  expect(await read()).toEqual({ head: 'h' });
});
