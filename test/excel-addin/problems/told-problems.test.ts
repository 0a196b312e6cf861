import { noteProblems, readTold } from '../../../excel-addin/problems/told-problems';
import { TraceError } from '../../../shared/formulas';

const told = (): string => readTold('Leads', { row: 1, column: 1 }, { row: 1, column: 1 });
const [NO_KEY, UNREACHABLE] = [new TraceError('noKey', {}), new TraceError('unreachable', {})];

it('what a formula was answered with last is known by its cell, but not what a preview showed', () => {
  const before = told();
  noteProblems({ address: 'Leads!B2' }, [[NO_KEY]]);
  noteProblems({ address: 'Leads!B2', isInValuePreview: true }, [[UNREACHABLE]]);
  // An Excel that gives no address.
  noteProblems({}, [[UNREACHABLE]]);
  noteProblems({ address: null }, [[UNREACHABLE]]);
  const first = told();
  noteProblems({ address: 'Leads!B2' }, [['React']]);
  expect({ before, first, after: told() }).toEqual({ before: '', first: NO_KEY.message, after: '' });
});

it.each([
  ["'[Book 1.xlsx]Bob''s'!$AB$3", "Bob's"],
  ["'Bob''s'!AB3", "Bob's"],
])('a cell is known as %s', (address, sheet) => {
  noteProblems({ address }, [[NO_KEY]]);
  const [formula, below] = [
    { row: 2, column: 27 },
    { row: 3, column: 27 },
  ];
  expect({ formula: readTold(sheet, formula, formula), below: readTold(sheet, formula, below) }).toEqual({
    formula: NO_KEY.message,
    below: '',
  });
});
