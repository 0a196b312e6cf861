import { testCases } from '../../fakes/enrich-cases';
import { companies, type Wanted } from '../../fakes/run-case';

const ONE = 'company-1.example';
const TWO = 'company-2.example';
const SMALL = [['domain'], ...companies(2)];
const OTHERS = companies(1_001, 2).map(([domain = '']) => [domain, 'old']);
const OVERWRITE: Wanted = { where: 'sameTitles', mode: 'overwrite', limit: 2_000 };

/** So many rows of so many companies, in turn. */
const contacts = (rows: number, of: number): readonly (readonly string[])[] => [
  ['domain'],
  ...Array.from({ length: rows }, (_row, at) => [`company-${1 + (at % of)}.example`]),
];

/** What people do to rows and cells while an enrichment writes beside them. */
testCases([
  {
    name: '1,001 companies and the first one again, reversed while they are filled',
    cells: [['domain'], ...companies(1_001), [ONE]],
    acts: [{ does: 'reverse the rows', before: 'write', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 1002'],
    isFilled: true,
    used: [1_001, null],
    isAsBefore: true,
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted once',
    cells: contacts(3_000, 1_500),
    acts: [{ does: 'sort the rows', before: 'write', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 3000'],
    isFilled: true,
    used: [1_500, null],
    isAsBefore: true,
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted at a limit that is raised then',
    cells: contacts(3_000, 1_500),
    acts: [{ run: { limit: 750 } }, { does: 'sort the rows' }, { resume: { rest: 750 } }, 'undo'],
    ends: ['paused runCapReached', 'done', 'undone 3000'],
    isFilled: true,
    used: [750, 1_500, null],
    isAsBefore: true,
  },
  {
    name: '12,000 rows of 10 companies, paused and reversed',
    cells: contacts(12_000, 10),
    acts: ['press Pause', { run: {} }, { does: 'reverse the rows' }, { resume: {} }, 'undo'],
    ends: ['paused', 'done', 'undone 12000'],
    isFilled: true,
    used: [0, 10, null],
    isAsBefore: true,
  },
  {
    name: 'a value typed into a row that an overwriting enrichment has not reached stays and is listed',
    cells: [['domain', 'Company'], [ONE, 'old'], ...OTHERS],
    acts: [{ does: { types: 'mine', row: 1_002, column: 1 }, before: 'write' }, { run: OVERWRITE }],
    ends: ['done'],
    shows: { 1: [ONE, 'Company 1'], 1_002: ['company-1002.example', 'mine'] },
    // Its company was asked for while the rows before it were written.
    used: [1_002],
    counts: [1_001, 1],
  },
  {
    name: 'rows of one company that held different values, and that nothing tells apart, are left and listed: undo could not tell which value stood where',
    cells: [['domain', 'Company'], [ONE, 'a'], ...OTHERS, [ONE, 'b']],
    acts: [{ does: { types: 'a', row: 1_003, column: 1 }, before: 'write' }, { run: OVERWRITE }],
    ends: ['done'],
    shows: { 1: [ONE, 'a'], 1_003: [ONE, 'a'] },
    counts: [1_001, 0],
  },
  {
    name: 'a cell that is merged between reading and writing gets its answer, and loses it again',
    cells: SMALL,
    acts: [{ does: { makes: 'merged', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 2'],
    isAsBefore: true,
  },
  {
    name: 'a value that becomes rich text between reading and overwriting comes back with the undo',
    cells: [
      ['domain', 'Company'],
      [ONE, 'old'],
      [TWO, 'old'],
    ],
    acts: [{ does: { makes: 'rich', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: OVERWRITE }, 'undo'],
    ends: ['done', 'undone 2'],
    isAsBefore: true,
  },
  {
    name: 'a cell that is formatted between reading and writing gets its answer, and loses it again',
    cells: SMALL,
    acts: [{ does: { makes: 'formatted', row: 2, column: 1 }, before: 'save', nth: 2 }, { run: {} }, 'undo'],
    ends: ['done', 'undone 2'],
    isFilled: true,
  },
  {
    name: 'a column that is copied right after it was marked: the start says which column it cannot tell, and writes nothing',
    cells: SMALL,
    acts: [{ does: { copies: 1, onto: 3 }, before: 'find' }, { run: {} }],
    ends: ['refused columnsGone'],
    shows: { 0: ['domain', '', '', ''], 1: [ONE, '', '', ''] },
  },
  {
    name: 'rows that are sorted between two parts of the last reading of an undo: it reads again',
    cells: [
      ['domain', 'Company', 'Note'],
      [ONE, 'mine', 'a'],
      [ONE, '', 'b'],
    ],
    acts: [
      { does: { duplicates: 1 }, before: 'write' },
      { run: OVERWRITE },
      { does: 'reverse the rows', before: 'read', nth: 6 },
      'undo',
      'undo',
    ],
    ends: ['done', 'undone 1, severalBefore', 'undone 0, severalBefore'],
    shows: { 1: [ONE, '', 'b'], 2: [ONE, 'mine', 'a'], 3: [ONE, 'Company 1', 'a'] },
  },
]);
