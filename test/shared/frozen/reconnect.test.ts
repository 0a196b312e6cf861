import { reconnect } from '../../../shared/frozen/bring-back';
import { toReconnectedText } from '../../../shared/frozen/freeze-text';
import type { Back, ReconnectPorts } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runSync } from '../../../shared/task';

const LEADS: SheetCells = {
  id: '7',
  name: 'Leads',
  formulas: [
    ['', '=_xldudf_TRACE_TECH(A1)'],
    ['', '=_xldudf_TRACE_TECH(A2)'],
    ['', '=_xldudf_TRACE_TECH(A3)&WEBSERVICE(A3)'],
  ],
  values: [
    ['a.com', 'React'],
    ['b.com', 'Vue'],
    ['c.com', 'x'],
  ],
};

function run(given: Partial<ReconnectPorts<object>> = {}) {
  const entered: string[] = [];
  const done = runSync(reconnect<object>('excel'), {
    cells: () => [LEADS],
    toAgree: () => null,
    putFormulas({ cells }) {
      entered.push(...cells.map(({ place, formula }) => `${place} ${formula}`));
      return cells.map((): Back => 'done');
    },
    ...given,
  });
  return { done, entered };
}

it('enters the formulas, and names the others', () => {
  const { done, entered } = run();
  expect(entered).toEqual(['Leads!B1 =TRACE_TECH(A1)', 'Leads!B2 =TRACE_TECH(A2)']);
  expect(done).toBe(
    '2 formulas reconnected.\n1 formula stays as it is:\n• Leads!B3: it calls other functions too. Enter it yourself',
  );
});

it('enters nothing before the user has approved it', () => {
  expect(run({ toAgree: ({ enter }) => ({ formulas: enter.length }) })).toEqual({
    done: { formulas: 2 },
    entered: [],
  });
});

it('asks nothing where nothing is found', () => {
  const none: SheetCells = { ...LEADS, formulas: [['', '=TRACE_TECH(A1)']] };
  const { done } = run({ cells: () => [none], toAgree: () => ({ is: 'asked' }) });
  expect(done).toBe('No formula in this file needs to be reconnected.');
});

it('names the cells that the host refused', () => {
  const { done } = run({ putFormulas: () => ['protected', 'refused'] });
  expect(String(done).split('\n')).toEqual([
    'No formula was reconnected.',
    '3 formulas stay as they are:',
    '• Leads!B3: it calls other functions too. Enter it yourself',
    '• Leads!B1: protected cell',
    '• Leads!B2: the cell was just edited, or cannot hold it',
  ]);
});

it('says what it did', () => {
  expect(toReconnectedText({ entered: 1, left: [] })).toBe('1 formula reconnected.');
  const left = Array.from({ length: 12 }, (_left, at) => ({ why: 'protected', place: `Leads!B${at + 1}` }) as const);
  expect(toReconnectedText({ entered: 1_200, left }).split('\n')).toEqual([
    '1,200 formulas reconnected.',
    '12 formulas stay as they are:',
    ...left.slice(0, 10).map(({ place }) => `• ${place}: protected cell`),
    '• and 2 more',
  ]);
});
