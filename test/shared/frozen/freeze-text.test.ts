import { toFrozenText, toRestoredText } from '../../../shared/frozen/freeze-text';

it('says what was frozen and where it is listed, and why the rest stays', () => {
  expect(toFrozenText({ frozen: 1_200, stay: { problem: 2, protected: 1 } })).toBe(
    [
      '1,200 formulas frozen to values, and listed on the sheet Trace formulas.',
      'Not frozen:',
      '• Problem, or no answer yet: 2',
      '• Protected cell: 1',
    ].join('\n'),
  );
  expect(toFrozenText({ frozen: 0, stay: {} })).toBe('No Trace formula here.');
});

it('says what came back, and names ten of the others', () => {
  const left = Array.from({ length: 12 }, (_each, row) => ({
    why: 'changed' as const,
    place: `Leads!B${row + 1}`,
  }));
  const said = toRestoredText({ entered: 1, left }).split('\n');
  expect([said.slice(0, 3), said.length, said.at(-1)]).toEqual([
    ['1 formula restored.', '12 formulas stay values:', '• Leads!B1: its cells have changed or moved'],
    13,
    '• and 2 more',
  ]);
});
