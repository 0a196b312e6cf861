import type { Invocation } from '../../../workbook/functions/custom-functions';
import { Invocations, type CellAddress } from '../../../workbook/functions/invocations';

const B2: CellAddress = { unitId: 'book', sheetId: 'sheet', row: 1, column: 1 };
const B3: CellAddress = { ...B2, row: 2 };
const BUSY = [[{ is: 'value', value: '#BUSY!' }]];

/** A function whose promises settle when the test says so, and which notes what is cancelled. */
function makeSlowFunction() {
  const made: string[] = [];
  const cancelled: string[] = [];
  const settle = new Map<string, (value: unknown) => void>();
  const run = (...received: unknown[]): Promise<unknown> => {
    const input = String(received[0]);
    const invocation = received[received.length - 1] as Invocation;
    made.push(input);
    invocation.onCanceled = () => cancelled.push(input);
    return new Promise((resolve) => settle.set(input, resolve));
  };
  return { made, cancelled, run, answer: (input: string, value: unknown) => settle.get(input)?.(value) };
}

function setUp() {
  const slow = makeSlowFunction();
  const settled: CellAddress[] = [];
  const invocations = new Invocations(
    ({ row, column }) => `Leads!${row}:${column}`,
    (cell) => settled.push(cell),
  );
  const call = (cell: CellAddress, input: unknown) =>
    invocations.tableFor({ cell, functionName: 'TRACE_TECH', run: slow.run, args: [input] });
  return { ...slow, settled, invocations, call };
}

const stillThere = () => true;
const gone = () => false;
const promisesSettled = () => new Promise((resolve) => setImmediate(resolve));

it('a call is #BUSY! until its promise settles, and then its answer is found by the next recalculation', async () => {
  const { call, answer, settled, invocations, made } = setUp();
  expect(call(B2, 'stripe.com')).toEqual(BUSY);
  invocations.endPass(stillThere);
  answer('stripe.com', [['React']]);
  await promisesSettled();
  expect(settled).toEqual([B2]);
  expect(call(B2, 'stripe.com')).toEqual([[{ is: 'value', value: 'React' }]]);
  expect(made).toEqual(['stripe.com']);
});

it('formulas are answering once one shows its answer, or where none calls a function', async () => {
  const { call, answer, invocations } = setUp();
  expect(invocations.isAnswering).toBe(true);
  call(B2, 'stripe.com');
  call(B3, 'slack.com');
  expect(invocations.isAnswering).toBe(false);
  answer('stripe.com', [['React']]);
  await promisesSettled();
  expect(invocations.isAnswering).toBe(false);
  call(B2, 'stripe.com');
  expect(invocations.isAnswering).toBe(true);
});

it('what formulas call is told with their arguments, as long as they call it', () => {
  const { call, invocations } = setUp();
  call(B2, 'stripe.com');
  call(B3, 'slack.com');
  invocations.endPass(stillThere);
  call(B3, 'figma.com');
  invocations.endPass(({ row }) => row === B3.row);
  expect(invocations.calls()).toEqual([{ cell: B3, functionName: 'TRACE_TECH', args: ['figma.com'] }]);
});

it('the same call in two cells is two calls, as in Excel', () => {
  const { call, made } = setUp();
  call(B2, 'stripe.com');
  call(B3, 'stripe.com');
  expect(made).toEqual(['stripe.com', 'stripe.com']);
});

it('a pending call is cancelled when its arguments change, and its late answer is not shown', async () => {
  const { call, answer, cancelled, settled, invocations } = setUp();
  call(B2, 'stripe.com');
  invocations.endPass(stillThere);
  call(B2, 'slack.com');
  invocations.endPass(stillThere);
  expect(cancelled).toEqual(['stripe.com']);
  answer('stripe.com', 'late');
  await promisesSettled();
  expect(settled).toEqual([]);
});

it('a pending call is cancelled when its cell is cleared', () => {
  const { call, cancelled, invocations } = setUp();
  call(B2, 'stripe.com');
  invocations.endPass(stillThere);
  invocations.endPass(gone);
  expect(cancelled).toEqual(['stripe.com']);
});

it('a pending call is left alone while other cells are calculated', () => {
  const { call, cancelled, invocations } = setUp();
  call(B2, 'stripe.com');
  invocations.endPass(stillThere);
  call(B3, 'slack.com');
  invocations.endPass(stillThere);
  expect(cancelled).toEqual([]);
});

it('a call that has settled is not cancelled when it is forgotten', async () => {
  const { call, answer, cancelled, invocations } = setUp();
  call(B2, 'stripe.com');
  answer('stripe.com', 'React');
  await promisesSettled();
  invocations.endPass(stillThere);
  invocations.endPass(gone);
  expect(cancelled).toEqual([]);
});

it('an error and the text that looks like it are different arguments', () => {
  const { call, made } = setUp();
  call(B2, '#N/A');
  call(B2, Object.assign(new Error('not available'), { code: '#N/A' }));
  expect(made).toHaveLength(2);
});

it('progress counts what was asked since nothing waited, and begins again after that', async () => {
  const { call, answer, invocations } = setUp();
  call(B2, 'stripe.com');
  call(B3, 'slack.com');
  answer('stripe.com', 'React');
  await promisesSettled();
  const half = invocations.progress;
  answer('slack.com', 'PHP');
  await promisesSettled();
  const none = invocations.progress;
  call(B2, 'figma.com');
  expect({ half, none, anew: invocations.progress }).toEqual({
    half: { done: 1, all: 2 },
    none: { done: 0, all: 0 },
    anew: { done: 0, all: 1 },
  });
});

it('a call that is cancelled no longer counts as waiting', () => {
  const { call, invocations } = setUp();
  call(B2, 'stripe.com');
  invocations.endPass(stillThere);
  invocations.endPass(gone);
  expect(invocations.progress).toEqual({ done: 0, all: 0 });
});

it('the problem of a cell in a table counts in that cell, and the table has its size', async () => {
  const { call, answer, invocations } = setUp();
  call(B2, 'stripe.com');
  const error = Object.assign(new Error('Not a domain.'), { code: '#VALUE!', problem: 'inputIsNotADomain' });
  answer('stripe.com', [['React'], [error]]);
  await promisesSettled();
  expect(invocations.problems()).toEqual([
    { cell: B3, shown: '#VALUE!', isText: false, sentence: 'Not a domain.', problem: 'inputIsNotADomain' },
  ]);
  expect(invocations.sizeAt(B2)).toEqual({ rows: 2, columns: 1 });
});

it('the text of a problem counts too, and is asked again', async () => {
  const { call, answer, invocations } = setUp();
  call(B2, 'stripe.com');
  const text = '#TRACE: No API key. Open the Trace panel and paste yours.';
  answer('stripe.com', [[text]]);
  await promisesSettled();
  const problem = {
    ...{ shown: text, isText: true, problem: 'noKey' },
    sentence: 'No API key. Open the Trace panel and paste yours.',
  };
  expect(invocations.problems()).toEqual([{ cell: B2, ...problem }]);
  invocations.retry(B2);
  expect(invocations.problems()).toEqual([]);
});
