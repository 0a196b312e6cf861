import type { Back, ReconnectPorts } from '../../../shared/frozen/ports';
import { reconnect } from '../../../shared/frozen/reconnect';
import { toReconnectedText } from '../../../shared/frozen/reconnect-text';
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

function run(given: Partial<ReconnectPorts<string>> = {}) {
  const entered: string[] = [];
  const done = runSync(reconnect<string>('excel'), {
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
  expect(done).toEqual({ reconnected: 2, stuck: [{ why: 'foreign', place: 'Leads!B3' }] });
});

it('enters nothing before the user has approved it', () => {
  expect(run({ toAgree: ({ enter }) => `${enter.length} formulas` })).toEqual({ done: '2 formulas', entered: [] });
});

it('asks nothing where nothing is found', () => {
  const none: SheetCells = { ...LEADS, formulas: [['', '=TRACE_TECH(A1)']] };
  const { done } = run({ cells: () => [none], toAgree: () => 'asked' });
  expect(done).toEqual({ reconnected: 0, stuck: [] });
});

it('names the cells that the host refused', () => {
  const { done } = run({ putFormulas: () => ['protected', 'refused'] });
  expect(done).toEqual({
    reconnected: 0,
    stuck: [
      { why: 'foreign', place: 'Leads!B3' },
      { why: 'protected', place: 'Leads!B1' },
      { why: 'refused', place: 'Leads!B2' },
    ],
  });
});

it('says what it did', () => {
  expect(toReconnectedText({ reconnected: 0, stuck: [] })).toBe('No formula in this file needs to be reconnected.');
  expect(toReconnectedText({ reconnected: 1, stuck: [] })).toBe('1 formula reconnected.');
  const stuck = Array.from({ length: 12 }, (_stuck, at) => ({ why: 'protected', place: `Leads!B${at + 1}` }) as const);
  expect(toReconnectedText({ reconnected: 1_200, stuck }).split('\n')).toEqual([
    '1,200 formulas reconnected.',
    '12 formulas stay as they are:',
    ...stuck.slice(0, 10).map(({ place }) => `• ${place}: protected cell`),
    '• and 2 more',
  ]);
});
