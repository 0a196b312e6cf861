import type { RestoreTerms } from '../../shared/ports';
import { OfficeError } from '../../workbook/office/office-error';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { beforeWrites, calls, cell, formulasOf, open, openSaved, shownAt, type } from '../fakes/excel/freezing';
import type { FakeCell } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

/** A cell as Google Sheets exports it: Excel shows the value that Google had. */
const exported = (inner: string, shown: string | number): FakeCell =>
  calls(
    `=IFERROR(__xludf.DUMMYFUNCTION("${inner.replace(/"/g, '""')}"),${typeof shown === 'number' ? `${shown}.0` : `"${shown}"`})`,
    shown,
  );
const SPILLED = '"COMPUTED_VALUE"';

it('says what reconnecting costs at most, and enters the formulas of a Google sheet once that is approved', async () => {
  const { world, freezing } = await openSaved(
    [cell('stripe.com'), exported('TRACE_TECH(A1)', 'React')],
    [cell('figma.com'), exported('TRACE_COMPANY(A2,"employees")', 8_500)],
    [cell('asana.com'), exported('QUERY(A1:A3)', 'x')],
    [cell('notion.so'), cell('typed over')],
  );
  const before = formulasOf(world.sheet);
  const terms = (await freezing.reconnect()) as RestoreTerms;
  expect([terms.price, formulasOf(world.sheet)]).toEqual([{ cells: 2, credits: 2, isLeast: false }, before]);
  expect(await freezing.reconnect(terms)).toBe('2 formulas reconnected.');
  expect(formulasOf(world.sheet)).toEqual({
    B1: '=TRACE_TECH(A1)',
    B2: '=TRACE_COMPANY(A2,"employees")',
    B3: before['B3'],
  });
  expect(shownAt(world.sheet, 3, 1)).toBe('typed over');
  expect(await freezing.reconnect()).toBe('No formula in this file needs to be reconnected.');
});

it('asks again where the sheet has changed since the price was shown', async () => {
  const { world, freezing } = await openSaved([cell('stripe.com'), exported('TRACE_TECH(A1)', 'React')]);
  const terms = (await freezing.reconnect()) as RestoreTerms;
  world.sheet.put(1, 1, exported('TRACE_TECH("figma.com")', 'Vue'));
  expect(await freezing.reconnect(terms)).toMatchObject({ price: { cells: 2, credits: 2 } });
});

it('enters a formula that filled several cells once, and gives it room', async () => {
  const { world, freezing } = await openSaved(
    [
      cell('stripe.com'),
      exported('ARRAYFORMULA(TRACE_COMPANY(A1:A2,"name,country"))', 'Stripe'),
      exported(SPILLED, 'US'),
      cell('note'),
    ],
    [cell('figma.com'), exported(SPILLED, 'Figma'), exported(SPILLED, 'US'), cell('note')],
  );
  await freezing.reconnect((await freezing.reconnect()) as RestoreTerms);
  expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_COMPANY(A1:A2,"name,country")' });
  expect(world.sheet.values(4)[1]).toEqual(['figma.com', '', '', 'note']);
});

it.each([
  ['=_xldudf_TRACE_TECH(A1)', 'React'],
  ['=_xldudf_DEV_TRACE_TECH(A1)', 'React'],
  ['=DEV.TRACE_TECH(A1)', '#NAME?'],
  ['=_xlfn.TRACE_TECH(A1)', '#NAME?'],
])('a formula that Excel has as %s gets its name back', async (formula, shown) => {
  const { world, freezing } = await openSaved([cell('stripe.com'), calls(formula, shown)]);
  await freezing.reconnect((await freezing.reconnect()) as RestoreTerms);
  expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1)' });
});

it('never overwrites what someone types after it was read', async () => {
  const { world, freezing } = await openSaved([cell('stripe.com'), exported('TRACE_TECH(A1)', 'React')]);
  const terms = (await freezing.reconnect()) as RestoreTerms;
  beforeWrites((count) => {
    if (count === 1) type(world.sheet, 0, 1, 'mine');
  });
  expect(await freezing.reconnect(terms)).toBe(
    [
      'No formula was reconnected.',
      '1 formula stays as it is:',
      `• ${world.sheet.name}!B1: the cell was just edited, or cannot hold it`,
    ].join('\n'),
  );
  expect([shownAt(world.sheet, 0, 1), formulasOf(world.sheet)]).toEqual(['mine', {}]);
});

it('leaves protected cells and cells that Excel refuses, and does the others', async () => {
  const { world, freezing } = await openSaved(
    ...['a.com', 'b.com', 'c.com'].map((domain, at) => [cell(domain), exported(`TRACE_TECH(A${at + 1})`, 'React')]),
  );
  world.sheet.protect(['0:1']);
  world.sheet.refusing.set('1:1', new OfficeError('InvalidOperation', 'a PivotTable'));
  const said = await freezing.reconnect((await freezing.reconnect()) as RestoreTerms);
  expect(said).toBe(
    [
      '1 formula reconnected.',
      '2 formulas stay as they are:',
      `• ${world.sheet.name}!B1: protected cell`,
      `• ${world.sheet.name}!B2: the cell was just edited, or cannot hold it`,
    ].join('\n'),
  );
  expect(formulasOf(world.sheet)['B3']).toBe('=TRACE_TECH(A3)');
});

it('without a key the answers of Google stay', async () => {
  const { world, freezing } = open([cell('stripe.com'), exported('TRACE_TECH(A1)', 'React')]);
  world.storage.removeItem('trace.apiKey');
  const before = formulasOf(world.sheet);
  await expect(freezing.reconnect()).rejects.toMatchObject({ code: 'noKey' });
  expect(formulasOf(world.sheet)).toEqual(before);
});

it('counts the formulas to reconnect, and those that cannot be, and says where the first one is', async () => {
  const { world, freezing } = await openSaved(
    [cell('stripe.com'), calls('=TRACE_TECH(A1)', 'React')],
    [cell('figma.com'), exported('TRACE_COMPANY(A2:A3,"name")', 'Figma')],
    [cell('asana.com'), exported(SPILLED, 'Asana')],
    [cell('notion.so'), exported('TRACE_TECH(A4)&IMPORTDATA(A4)', 'x')],
    [cell('linear.app'), exported('QUERY(A1:A3)', 'x')],
  );
  expect(await freezing.findDisconnected()).toEqual({
    formulas: 2,
    first: { sheet: world.sheet.id, row: 1, column: 1 },
  });
});

it('counts no formulas where none came from another program', async () => {
  const { freezing } = await openSaved([cell('stripe.com'), calls('=TRACE_TECH(A1)', 'React')]);
  expect(await freezing.findDisconnected()).toEqual({ formulas: 0, first: null });
});
