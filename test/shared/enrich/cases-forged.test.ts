import { digestOf } from '../../../shared/enrich/reading';
import type { RecordRow } from '../../../shared/enrich/sheet/ports';
import { testCases } from '../../fakes/enrich-cases';
import { companies, type Wanted } from '../../fakes/run-case';

const ONE = 'company-1.example';
const TWO = 'company-2.example';
const SMALL = [['domain'], ...companies(2)];
const ONLY_EMPTY: Wanted = { where: 'sameTitles', mode: 'onlyEmpty' };

const withoutAnswers = (record: readonly RecordRow[]): readonly RecordRow[] =>
  record.filter(([what]) => what !== 'answer');
const withAnswer =
  (company: string, written: string, outcome = 'found') =>
  (record: readonly RecordRow[]): readonly RecordRow[] => [
    ...record,
    ['answer', JSON.stringify(company), outcome, digestOf(written), ''],
  ];

/** An editor of the file changes its record. */
testCases([
  {
    name: 'answers taken out of the record by an editor: undo takes the cells for edited, and clears none of them',
    cells: SMALL,
    acts: [{ run: {} }, { edits: withoutAnswers }, 'undo'],
    ends: ['done', 'undone 0, 2 edited'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [2, null],
  },
  {
    name: 'answers taken out of the record at a pause: their cells stay and are counted as someone else’s, and nothing is paid again',
    cells: SMALL,
    acts: [{ run: { limit: 1 } }, { edits: withoutAnswers }, { resume: { rest: 1 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [1, 2],
    counts: [1, 1],
  },
  {
    name: 'an answer added to the record for a value that stood there before: it stays',
    cells: [
      ['domain', 'Company'],
      [ONE, 'mine'],
      [TWO, ''],
    ],
    acts: [{ run: ONLY_EMPTY }, { edits: withAnswer(ONE, 'mine') }, 'undo'],
    ends: ['done', 'undone 1'],
    isAsBefore: true,
  },
  {
    name: 'an answer of no data added to the record before its company was asked for: it is asked for all the same',
    cells: SMALL,
    acts: [{ run: { limit: 1 } }, { edits: withAnswer(TWO, '', 'noData') }, { resume: { rest: 1 } }],
    ends: ['paused runCapReached', 'done'],
    shows: { 1: [ONE, 'Company 1'], 2: [TWO, 'Company 2'] },
    used: [1, 2],
  },
  {
    name: 'a head typed into the record that allows more: the limit is in the person’s own store',
    cells: SMALL,
    acts: [
      { run: { limit: 1 } },
      { edits: ([head, ...lines]) => [[head![0]!.replace(/"quoted":\d+/, '"quoted":900000')], ...lines] },
      { resume: {} },
    ],
    ends: ['paused runCapReached', 'paused runCapReached'],
    shows: { 2: [TWO] },
    used: [1, 1],
  },
]);
