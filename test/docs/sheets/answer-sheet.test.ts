import { answerBlock } from '../../../docs/site/sheets/answer-sheet';

it('a block of another language is left alone', async () => {
  expect([await answerBlock('ts', 'x'), await answerBlock('', 'x'), await answerBlock('sheets', 'A1 x')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('an answer is where its formula is typed, and later formulas read it', async () => {
  const block = 'A2  Stripe\nB2  =TRACE_SEARCH(A2,"primary_domain","top=1;headers=0")\nC2  =TRACE_COMPANY(B2,"name")';
  expect((await answerBlock('sheet', block))?.rows).toEqual([
    ['', '', ''],
    ['Stripe', 'stripe.com', 'Stripe'],
  ]);
});

it('a formula that would cover something is a slip of the page', async () => {
  const block = 'A1  stripe.com\nA2  slack.com\nB2  taken\nB1  =TRACE_COMPANY(A1:A2,"name")';
  await expect(answerBlock('sheet', block)).rejects.toThrow('B1 would cover B2');
});

it('a formula that is not a single Trace function is a slip of the page', async () => {
  await expect(answerBlock('sheet', 'A1  =SUM(B1:B2)')).rejects.toThrow('=SUM(B1:B2)');
});

it('a second block continues the sheet of the first', async () => {
  const first = await answerBlock('sheet', 'A1  stripe.com\nB1  =TRACE_COMPANY(A1,"name")');
  const second = await answerBlock('sheet', 'A1  stripe.com\nC1  =TRACE_COMPANY(A1,"country")', first!.cells);
  expect(second?.rows).toEqual([['stripe.com', 'Stripe', 'United States']]);
});

it.each([
  ['a text', 'B1  Company', 'an example above has filled B1'],
  ['an answer', 'A1  =TRACE_COMPANY("slack.com","name, country")', 'A1 would cover A1'],
])('%s over what an example above has filled is a slip of the page', async (_what, block, message) => {
  const first = await answerBlock('sheet', 'A1  stripe.com\nB1  =TRACE_COMPANY(A1,"name")');
  await expect(answerBlock('sheet', block, first!.cells)).rejects.toThrow(message);
});
