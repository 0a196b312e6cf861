/// <reference types="google-apps-script" />
import { makeWriter } from '../../apps-script/bulk/put-cells';
import { trySheet } from '../../apps-script/try-sheet';

const fault = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

it('what Google refuses is told in its own words', () => {
  const refuse = (): never => {
    throw Object.assign(new Error('You are trying to edit a protected cell.'), { name: 'Exception' });
  };
  expect(fault(() => trySheet(refuse))).toMatchObject({
    code: 'sheetRefused',
    facts: { message: 'You are trying to edit a protected cell.' },
  });
});

it.each([
  ['TypeError', () => (null as unknown as string).length],
  ['RangeError', () => 'x'.repeat(-1)],
])('a mistake of ours, a %s, does not pass for a refusal of Google', (name, mistake) => {
  expect(fault(() => trySheet<unknown>(mistake))).toMatchObject({ name });
});

it('cells are not told as refused because of a mistake of ours', () => {
  const range = {
    getNumberFormats: () => [['General']],
    setValues() {
      throw new TypeError('undefined is not a function');
    },
  };
  const sheet = { getRange: () => range } as unknown as GoogleAppsScript.Spreadsheet.Sheet;
  const told = { stands: () => true, refuse: jest.fn(), slip: jest.fn(), change: jest.fn() };
  const { put } = makeWriter(sheet, { rows: [0], columns: [0] });
  expect(fault(() => put([[['US', '']]], told))).toMatchObject({ name: 'TypeError' });
  expect(told.refuse).not.toHaveBeenCalled();
});
