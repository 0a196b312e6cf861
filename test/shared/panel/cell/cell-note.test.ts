import { TraceError } from '../../../../shared/errors/trace-error';
import { toCellNote, NO_DETAILS, type CellDetails } from '../../../../shared/panel/cell/cell-note';
import type { CellPlace, SelectedCell } from '../../../../shared/panel/cell/selected-cell';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 11, 4, 12);
const HOLDER: CellPlace = { sheet: 'leads', row: 4, column: 2 };
const A5: CellPlace = { sheet: 'leads', row: 4, column: 0 };

function cellOf(formula: string, shown: Partial<SelectedCell>): SelectedCell {
  return { ...HOLDER, value: '#VALUE!', formula, holder: HOLDER, problem: '', ...shown };
}

function details(some: Partial<CellDetails>): CellDetails {
  return { ...NO_DETAILS, nowMs: NOW_MS, ...some };
}

function said(error: TraceError): Pick<SelectedCell, 'problem' | 'code'> {
  return { problem: error.message, code: error.code };
}

it('an answer says whom it is about, how old it is and what it cost', () => {
  const receipt = {
    ...{ answers: 1, missing: 0, sources: ['company lookup'], credits: 1 },
    oldestMs: NOW_MS - 3 * DAY_MS,
    newestMs: NOW_MS - 3 * DAY_MS,
    freeUntilMs: Date.UTC(2026, 11, 31),
  };
  const cell = cellOf('=TRACE_TECH(A5)', { value: 'React' });
  const note = toCellNote(cell, details({ input: { text: 'slack.com', place: A5 }, receipt }));
  expect(note).toMatchObject({
    is: 'answer',
    text: 'slack.com · fetched 3 days ago · up to 1 credit, free until 31 Dec 2026',
    button: '',
  });
  const many = toCellNote(cell, details({ receipt: { ...receipt, answers: 3, credits: 0, oldestMs: NOW_MS } }));
  expect(many?.text).toBe('3 saved answers · fetched today · free, free until 31 Dec 2026');
});

it('an unknown name in the formula is replaced there', () => {
  const error = new TraceError('technologyUnknown', { text: 'Shopfy', nearest: ['Shopify'] });
  expect(toCellNote(cellOf('=TRACE_HAS_TECH(A5,"Shopfy")', said(error)), null)).toMatchObject({
    text: 'Trace does not know the technology "Shopfy". Did you mean Shopify?',
    button: 'Use “Shopify”',
    code: 'technologyUnknown',
    fix: {
      is: 'replace',
      place: HOLDER,
      from: '=TRACE_HAS_TECH(A5,"Shopfy")',
      to: '=TRACE_HAS_TECH(A5,"Shopify")',
    },
  });
});

it('an unknown name in a cell is replaced in that cell', () => {
  const error = new TraceError('technologyUnknown', { text: 'Shopfy', nearest: ['Shopify'] });
  const place = { sheet: 'leads', row: 0, column: 1 };
  const read = details({ others: [{ text: 'Shopfy', place }] });
  expect(toCellNote(cellOf('=TRACE_HAS_TECH(A5,B1)', said(error)), read)).toMatchObject({
    button: 'Use “Shopify” in B1',
    fix: { is: 'replace', place, from: 'Shopfy', to: 'Shopify' },
  });
});

it('a company without data is explained, with the one that was probably meant', () => {
  const cell = cellOf('=TRACE_TECH(A5)', { value: 'not tracked' });
  const read = details({ input: { text: 'strpie.com', place: A5 }, nearest: 'stripe.com' });
  expect(toCellNote(cell, read)).toMatchObject({
    text: 'Trace has no data on strpie.com. Did you mean stripe.com?',
    button: 'Use “stripe.com” in A5',
    fix: { is: 'replace', place: A5, from: 'strpie.com', to: 'stripe.com' },
  });
  expect(toCellNote(cell, { ...read, nearest: null })).toMatchObject({
    text: 'Trace has no data on strpie.com.',
    fix: null,
  });
});

it('a name in place of a domain is looked for, for the price on the button', () => {
  const error = new TraceError('inputHasSpaces', { input: 'Stripe Inc' });
  const read = details({ input: { text: 'Stripe Inc', place: A5 } });
  expect(toCellNote(cellOf('=TRACE_TECH(A5)', said(error)), read)).toMatchObject({
    button: 'Find domain (up to 3 credits)',
    fix: { is: 'findDomain', name: 'Stripe Inc' },
  });
});

it.each([
  [new TraceError('waitsForConsent', { credits: 1 }), 'Fetch (1 credit)', { is: 'fetch', credits: 1 }],
  [
    new TraceError('dailyLimitReached', { limit: 500, credits: 1_200 }),
    'Fetch (1,200 credits)',
    { is: 'fetch', credits: 1_200 },
  ],
  [new TraceError('notFetchedYet', {}), 'Review', { is: 'fetch', credits: null }],
  [new TraceError('unreachable', {}), 'Retry', { is: 'retry' }],
  [new TraceError('serviceFailed', { status: 502 }), 'Retry', { is: 'retry' }],
  [new TraceError('noKey', {}), 'Set key', { is: 'key' }],
  [new TraceError('keyRefused', {}), 'Check key', { is: 'key' }],
  [
    new TraceError('optionsMisplaced', { place: 'third', formula: '=TRACE_TECH(A2,,"top=5")' }),
    'Edit formula',
    { is: 'edit' },
  ],
])('%s has one button: %s', (error, button, fix) => {
  const { message } = error;
  const bySentence = toCellNote(cellOf('=TRACE_TECH(A5)', { problem: message }), null);
  const byCode = toCellNote(cellOf('=TRACE_TECH(A5)', said(error)), null);
  expect([bySentence, byCode]).toMatchObject([
    { button, fix },
    { button, fix },
  ]);
});

it.each([
  ['=TRACE_TECH(A5)', true],
  ['=IF(TRIM(A5)="","",IFERROR(TRACE_TECH(TRIM(A5)&".com"),"-"))', true],
  ['=TRACE_COMPANY("a.com")&TRACE_TECH(Leads!$A$5)', true],
  ['=TRACE_SEARCH("shop",,"top=3")', true],
  ['=TRACE_TECH(A2:A500)', false],
  ['=TRACE_PARTNERED("a.com",B2:B9)', false],
  ['=IFERROR(TRACE_TECH(A2:A500),"-")', false],
  ['=TRACE_TECH(Domains)', false],
  ['=TRACE_TECH(FILTER(A2:A9,B2:B9="x"))', false],
  ['=TRACE_TECH(A2#)', false],
  ['=MAP(A2:A9,LAMBDA(each,TRACE_TECH(each)))', false],
])('%s is fetched for the price of one cell: %s', (formula, isOne) => {
  const waits = said(new TraceError('waitsForConsent', { credits: 1 }));
  expect(toCellNote(cellOf(formula, waits), null)).toMatchObject(
    isOne
      ? { button: 'Fetch (1 credit)', fix: { is: 'fetch', credits: 1 } }
      : { button: 'Review', fix: { is: 'fetch', credits: null } },
  );
});

it('no price is offered to a user whose approval would not help', () => {
  const waits = said(new TraceError('dailyLimitReached', { limit: 5, credits: 1 }));
  expect(toCellNote(cellOf('=TRACE_TECH(A5)', waits), null, false)).toMatchObject({
    button: 'Review',
    fix: { is: 'fetch', credits: null },
  });
});

it('where nothing can be entered again, only the key has a button', () => {
  const shown = { value: '#TRACE: …', problem: new TraceError('unreachable', {}).message };
  expect(toCellNote(cellOf('', shown), null)).toMatchObject({ fix: null, button: '' });
  expect(toCellNote(cellOf('', { problem: new TraceError('noKey', {}).message }), null)?.button).toBe('Set key');
});

it('what the host explains is all that is said, and a cell of somebody else is no matter of Trace', () => {
  const explained = { sentence: 'The answer needs 5 rows.' };
  expect(toCellNote(cellOf('=TRACE_TECH(A2:A6)', { explained }), null)?.text).toBe('The answer needs 5 rows.');
  expect(toCellNote(cellOf('', { value: 'mine' }), null)).toBeNull();
});

it.each([
  ['formula', 'This Trace formula came from another program and no longer updates.'],
  ['spilled', 'This value came from a formula in Google Sheets. If it was a Trace formula, reconnect it.'],
] as const)('a disconnected %s leads to Reconnect formulas', (disconnected, text) => {
  expect(toCellNote(cellOf('', { value: 'React', disconnected }), null)).toEqual({
    is: 'problem',
    text,
    fix: { is: 'reconnect' },
    button: 'Reconnect formulas',
    code: null,
  });
});
