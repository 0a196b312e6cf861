import { JournalSlots } from '../../../apps-script/sidebar/journal-slots';
import { readPiece } from '../../../excel-addin/bulk/xml-piece';
import { blocks, examples } from './examples';

const [rows = ''] = examples('Rows of the plan');
const [spent = ''] = examples('What was spent');

it('the slots of Google Sheets hold the rows and what was spent', () => {
  const [index = '', pieces = ''] = blocks('Where Google Sheets keeps it', 'text');
  const [first = '', second = ''] = pieces.split('\n');
  const slots = [
    { slot: 0, text: first },
    { slot: 3, text: second },
  ];
  expect([...new JournalSlots().read({ index, slots })!]).toEqual([
    ['rows.0', rows],
    ['spent', spent],
    ['head', ''],
  ]);
});

it('the XML parts of Excel hold the rows and an index', () => {
  const [xml = ''] = blocks('Where Excel keeps it', 'xml');
  expect(xml.split('\n').map(readPiece)).toEqual([
    { number: 41, isIndex: false, text: rows },
    { number: 42, isIndex: true, text: '[["rows.0",[41]]]' },
  ]);
});
