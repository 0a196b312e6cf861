import { relocate, type Anchor } from '../../../../shared/bulk/sheet/row-anchors';

/** Anchors of a column whose letters are companies; rows with capitals may not be touched. */
function anchorsOf(column: string): Anchor[] {
  return [...column].map((code, row) => ({
    code: code.toLowerCase(),
    text: code.toLowerCase(),
    home: row,
    row,
    index: code === code.toLowerCase() ? row : -1,
    isDone: code !== code.toLowerCase(),
  }));
}

const rowsAfter = (anchors: readonly Anchor[], column: string): number[] => {
  relocate(
    anchors,
    [...column].map((code) => (code === ' ' ? { code: '', text: '' } : { code, text: code })),
  );
  return anchors.map(({ row }) => row);
};

test.each([
  ['a sort', 'abc', 'cab', [1, 2, 0]],
  ['an inserted row', 'abc', 'a bc', [0, 2, 3]],
  ['a deleted row', 'abc', 'ac', [0, -1, 1]],
  ['the same input twice keeps its order', 'aba', 'baa', [1, 0, 2]],
  ['a copy pasted below is not taken for the row', 'ab', 'aba', [0, 1]],
  ['a copy inserted above is told by the rows around', 'cab', 'cbab', [0, 2, 3]],
  ['one of two that is deleted', 'ab a', 'b a', [-1, 0, 2]],
  ['the row outside of the run is not taken instead', 'abA', 'ba', [-1, 0, 1]],
])('%s', (_name, before, after, rows) => {
  const anchors = anchorsOf(before).filter(({ code }) => code !== ' ');
  expect(rowsAfter(anchors, after)).toEqual(rows.slice(0, anchors.length));
});

/** Contacts by their letter and number: the letter is the company. */
const contacts = (cells: readonly string[]): Anchor[] =>
  cells.map((text, row) => ({ code: text.charAt(0), text, home: row, row, index: row, isDone: false }));

test.each([
  ['contacts of one company that are sorted', ['a1', 'a2', 'a3'], ['a3', 'a1', 'a2'], [1, 2, 0]],
  ['a contact that is written otherwise', ['a1', 'a2', 'b1'], ['b1', 'a9', 'a2'], [1, 2, 0]],
  ['a new contact of the same company is not taken instead', ['a1', 'a2'], ['a2', 'x', 'y'], [-1, 0]],
])('%s', (_name, before, after, rows) => {
  const anchors = contacts(before);
  relocate(
    anchors,
    after.map((text) => ({ code: text.charAt(0), text })),
  );
  expect(anchors.map(({ row }) => row)).toEqual(rows);
});
