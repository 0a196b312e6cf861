import { findProblems } from '../../../apps-script/retry/find-problems';

type Cell = readonly [formula: string, value: unknown];

const PROBLEM = '#TRACE: No API key.';
const T = '=TRACE_TECH(A2)';

/** The cells that are found, as `row:column`, from 1 as users count them. */
function find(rows: readonly (readonly Cell[])[]): string[] {
  const found = findProblems(
    rows.map((row) => row.map(([formula]) => formula)),
    rows.map((row) => row.map(([, value]) => value)),
  );
  return found.map(({ row, column }) => `${row + 1}:${column + 1}`);
}

describe('a Trace formula is found where it shows', () => {
  it.each([
    ['a problem of ours', PROBLEM],
    ['that it failed', '#ERROR!'],
    ['that its name is not known yet', '#NAME?'],
    ['that its table has no room', '#REF!'],
    ['that a value is missing', '#N/A'],
    ['the same in German', '#NV'],
    ['in German that it failed', '#FEHLER!'],
    ['in Spanish that its name is not known yet', '#¿NOMBRE?'],
    ['in French that it failed', '#ERREUR!'],
    ['in Russian that its table has no room', '#ССЫЛКА!'],
    ['that it is being calculated, which may last for ever', 'Loading...'],
    ['the same in another language', 'Wird geladen…'],
  ])('%s', (_name, value) => {
    expect(find([[[T, value]]])).toEqual(['1:1']);
  });
});

describe('left alone is', () => {
  it.each<[string, Cell]>([
    ['an answer', [T, 'React, Next.js']],
    ['an answer that the service has cut', [T, 'Payments, billing and much more for companies of all sizes...']],
    ['a blank answer', [T, '']],
    ['a number', [T, 7]],
    ['an answer that begins with a hash', [T, '#1 in CRM']],
    ['a company that Trace does not track', [T, 'not tracked']],
    ['a formula that is not ours', ['=VLOOKUP(A2,B:C,2)', '#N/A']],
    ['a formula that only names one of ours in a text', ['="TRACE_TECH("&A2', '#ERROR!']],
    ['a text that looks like a problem', ['', PROBLEM]],
  ])('%s', (_name, cell) => {
    expect(find([[cell]])).toEqual([]);
  });
});

describe('in a table', () => {
  it('a problem in any cell leads to the formula, once', () => {
    expect(
      find([
        [
          [T, 'React'],
          ['', PROBLEM],
        ],
        [
          ['', PROBLEM],
          ['', PROBLEM],
        ],
      ]),
    ).toEqual(['1:1']);
  });

  it("what Sheets shows in a cell without a formula is a person's own", () => {
    expect(
      find([
        [
          [T, 'React'],
          ['', '#N/A'],
        ],
      ]),
    ).toEqual([]);
  });

  it('a problem below another formula is that one’s', () => {
    expect(
      find([[['=TRACE_TECH(A1:A2)', 'React']], [['', 'Vue']], [['=TRACE_TECH(A3:A4)', 'React']], [['', PROBLEM]]]),
    ).toEqual(['3:1']);
  });

  it('a problem behind a foreign formula does not count', () => {
    expect(
      find([
        [
          [T, 'React'],
          ['=1', 1],
          ['', PROBLEM],
        ],
      ]),
    ).toEqual([]);
  });
});

describe('a formula with if_problem=', () => {
  const HIDES = '=TRACE_TECH(A2,,"if_problem=-")';
  const BLANKS = '=TRACE_TECH(A2,,"if_problem=\'\'")';

  it.each<[string, readonly (readonly Cell[])[], readonly string[]]>([
    ['is found where it shows that text', [[[HIDES, '-']]], ['1:1']],
    ['is found in a wrapper', [[['=IFERROR(TRACE_TECH(A2,,"if_problem=n/a"),"")', 'n/a']]], ['1:1']],
    ['is found in its table', [[[HIDES, 'React']], [['', '-']]], ['1:1']],
    ['is found where it shows a blank in its own cell', [[[BLANKS, '']]], ['1:1']],
    [
      'is left alone for blank cells beside it',
      [
        [
          [BLANKS, 'React'],
          ['', ''],
        ],
        [['', '']],
      ],
      [],
    ],
    ['is left alone where it shows an answer', [[[HIDES, 'React']]], []],
    ['is found where its options are wrong', [[['=TRACE_TECH(A2,,"if_problem=-;x=1")', PROBLEM]]], ['1:1']],
    ['does not make another one be found', [[[T, '-']]], []],
  ])('%s', (_name, rows, found) => {
    expect(find(rows)).toEqual(found);
  });
});
