import fc from 'fast-check';
import type { ThawTerms } from '../../shared/ports';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { ColumnEdits } from '../fakes/excel/column-edits';
import { calls, cell, company, formulasOf, open, select, shownAt } from '../fakes/excel/freezing';
import { OfficeError } from '../../workbook/office/office-error';
import { times } from '../setup/chance';

afterEach(() => BulkWorld.close());

const LEADS = [
  [cell('Domain'), cell('Country')],
  [cell('stripe.com'), company(2, 'US')],
  [cell('figma.com'), calls('=IFERROR(TRACE_COMPANY(A3,"country"),"")', 'US')],
  [cell('asana.com'), company(4, '#N/A')],
  [cell(''), company(5, '')],
  [cell('notion.so'), calls('=TRACE_COMPANY(A6,"country")&WEBSERVICE(A6)', 'US')],
  [cell('007'), company(7, '007', 'phone')],
];

it('freezes a sheet: problems, blanks and what cannot come back stay formulas, and it says so', async () => {
  const { world, freezing } = open(...LEADS);
  select(world, 0, 0);
  expect(await freezing.freeze('sheet')).toBe(
    [
      '3 formulas frozen to values. Thaw brings formulas back.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
      '• Blank: 1',
      '• Other functions, or references that could not be restored: 1',
    ].join('\n'),
  );
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B4', 'B5', 'B6']);
  // Nothing is read anew: 007 stays a text.
  expect([1, 2, 6].map((row) => shownAt(world.sheet, row, 1))).toEqual(['US', 'US', '007']);
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
    ['1 formula frozen to values. Thaw brings formulas back.', 'Not frozen:', '• Problem, or no answer yet: 1'].join(
      '\n',
    ),
  );
  expect(formulasOf(world.sheet)).toEqual({ C1: '=TRACE_COMPANY(A1:A2,"slug")' });
  expect(shownAt(world.sheet, 1, 1)).toBe('Figma');
  expect(await freezing.thaw()).toBe('1 formula back.');
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

it('thaws exactly what was frozen, also when the workbook is opened again', async () => {
  const { world, freezing } = open(...LEADS);
  select(world, 0, 0);
  const before = formulasOf(world.sheet);
  await freezing.freeze('file');
  world.openAgain();
  expect(await world.host.freezing!.thaw()).toBe('3 formulas back.');
  expect(formulasOf(world.sheet)).toEqual(before);
  expect(await world.host.freezing!.thaw()).toBe('All frozen formulas are back already.');
});

it('freezes and thaws tables with all their cells, and leaves what stands beside them', async () => {
  const from = { row: 1, column: 1 };
  const { world, freezing } = open(
    [cell('Domain'), cell('Name'), cell('Country'), cell('note')],
    [cell('stripe.com'), calls('=TRACE_COMPANY(A2:A3,"name, country")', 'Stripe'), { shown: 'US', from }, cell('x')],
    [cell('figma.com'), { shown: 'Figma', from }, { shown: '', from }, cell('y')],
  );
  expect(await freezing.freeze('file')).toBe('1 formula frozen to values. Thaw brings formulas back.');
  expect(world.sheet.values(4).slice(1)).toEqual([
    ['stripe.com', 'Stripe', 'US', 'x'],
    ['figma.com', 'Figma', '', 'y'],
  ]);
  expect(formulasOf(world.sheet)).toEqual({});
  expect(await freezing.thaw()).toBe('1 formula back.');
  expect(formulasOf(world.sheet)).toEqual({ B2: '=TRACE_COMPANY(A2:A3,"name, country")' });
  // Its other cells are blank, so that it has room.
  expect(world.sheet.values(4)[2]).toEqual(['figma.com', '', '', 'y']);
});

it('formulas of a development build are frozen, thawed and joined like all others', async () => {
  const { world, freezing } = open(
    [cell('stripe.com'), calls('=DEV.TRACE_TECH(A1)', 'React')],
    [cell('figma.com'), calls('=DEV.TRACE_TECH(A2)', 'Vue')],
  );
  const before = formulasOf(world.sheet);
  await freezing.freeze('file');
  expect(await freezing.thaw()).toBe('2 formulas back.');
  expect(formulasOf(world.sheet)).toEqual(before);
  select(world, 0, 1);
  world.storage.setItem('trace.apiKey', 'trace_demo');
  await freezing.toOneFormula((await freezing.toOneFormula()) as ThawTerms);
  expect(formulasOf(world.sheet)).toEqual({ B1: '=DEV.TRACE_TECH(A1:A2)' });
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
  expect(await freezing.thaw()).toContain('(figma.com): the cell was just edited, or is protected');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1']);
});

it.each([
  ['that was calculated anew stands again', company(1, 'DE'), company(1, 'DE')],
  ['over which somebody has typed leaves what was typed', cell('mine'), cell('mine')],
])('between reading and writing: a formula %s', async (_name, meanwhile, left) => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')], [cell('figma.com'), company(2, 'US')]);
  const read = world.sheet.readTexts.bind(world.sheet);
  world.sheet.readTexts = (area) => {
    world.sheet.put(0, 1, meanwhile);
    return read(area);
  };
  expect(await freezing.freeze('file')).toContain('• Could not be replaced. Freeze again, or paste them as values: 1');
  expect(world.sheet.rows[0]![1]!.formula).toBe(left.formula);
  if (left.formula === undefined) expect(shownAt(world.sheet, 0, 1)).toBe('mine');
  expect(world.sheet.rows[1]![1]).toEqual(cell('US'));
});

it('a cell that Excel refuses takes no other along', async () => {
  const { world, freezing } = open(
    ...Array.from({ length: 9 }, (_row, at) => [cell(`c${at}.com`), company(at + 1, 'US')]),
  );
  world.sheet.refusing.set('4:1', new OfficeError('InvalidOperation', 'a PivotTable'));
  expect(await freezing.freeze('file')).toContain('• Could not be replaced. Freeze again, or paste them as values: 1');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['B5']);
});

it('without room in the workbook no cell is touched', async () => {
  const { world, freezing } = open(...LEADS);
  world.settings.set('trace.notes', 'x'.repeat(1_999_900));
  await new Promise((resolve) => world.settings.saveAsync(() => resolve(null)));
  expect(await freezing.freeze('file')).toContain('This workbook has no room');
  expect(Object.keys(formulasOf(world.sheet))).toHaveLength(6);
});

it('a copy of the sheet is thawed too', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  const copy = new ColumnEdits(world.workbook).duplicate(world.sheet, 'sheet-2');
  expect(await freezing.thaw()).toBe('2 formulas back.');
  expect({ sheet: formulasOf(world.sheet), copy: formulasOf(copy) }).toEqual({
    sheet: { B1: '=TRACE_COMPANY(A1,"country")' },
    copy: { B1: '=TRACE_COMPANY(A1,"country")' },
  });
});

it('an enrichment that starts later leaves the marks, and Remove Trace takes them', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
  await freezing.freeze('file');
  await world.host.ports.anchors.put('abcdefgh', 'sheet-1', [], { first: 0, count: 1 });
  expect(world.workbook.readNames().map(({ name, isHidden }) => [name.slice(0, 13), isHidden])).toEqual([
    ['_TraceFrozen.', true],
    ['_TraceFrozen.', true],
  ]);
  await world.host.removeTrace();
  expect(world.workbook.readNames()).toEqual([]);
  expect(await freezing.thaw()).toBe('No formula was frozen in this file.');
});

it('after any edits the formulas are back beside their companies, and what a person has typed stays', async () => {
  const what = fc.constantFrom('insertRow', 'deleteRow', 'reverse', 'insertColumn', 'retype', 'copySheet');
  const edits = fc.array(fc.tuple(what, fc.nat(100)), { maxLength: 6 });
  const thawed = { formulas: 0, typed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), edits, async (count, all) => {
      const { world, freezing } = open(
        ...Array.from({ length: count }, (_row, at) => [cell(`c${at}.com`), company(at + 1, ['US', 'DE'][at % 2])]),
      );
      const { sheet, workbook } = world;
      const typed = new Set<string>();
      let [first, isCopied] = [0, false];
      await freezing.freeze('file');
      for (const [edit, at] of all) {
        const row = at % Math.max(1, sheet.rows.length);
        if (edit === 'insertRow') sheet.rows.splice(row, 0, []);
        if (edit === 'deleteRow') sheet.rows.splice(row, 1);
        if (edit === 'reverse') sheet.rows.reverse();
        if (edit === 'insertColumn') {
          new ColumnEdits(workbook).insert(sheet, 0);
          first += 1;
        }
        if (edit === 'retype' && shownAt(sheet, row, first) !== '') {
          sheet.put(row, first + 1, cell('mine'));
          typed.add(String(shownAt(sheet, row, first)));
        }
        if (edit === 'copySheet' && !isCopied) isCopied = Boolean(new ColumnEdits(workbook).duplicate(sheet, 'copy'));
      }
      await freezing.thaw();
      sheet.rows.forEach((_cells, row) => {
        const domain = String(shownAt(sheet, row, first));
        const { formula, shown } = sheet.rows[row]?.[first + 1] ?? { formula: undefined, shown: '' };
        const letters = 'ABCDEFG'[first]!;
        if (domain === '') return expect([formula, shown]).toEqual([undefined, '']);
        if (typed.has(domain)) {
          thawed.typed += 1;
          return expect([formula, shown]).toEqual([undefined, 'mine']);
        }
        thawed.formulas += 1;
        return expect(formula).toBe(`=TRACE_COMPANY(${letters}${row + 1},"country")`);
      });
      BulkWorld.close();
    }),
    { numRuns: times(30), seed: 20261127 },
  );
  expect({ hasManyFormulas: thawed.formulas > 30, hasManyTyped: thawed.typed > 4 }).toEqual({
    hasManyFormulas: true,
    hasManyTyped: true,
  });
}, 60_000);

it('says before thawing what the formulas may cost that come back, and thaws no others for that answer', async () => {
  const { world, freezing } = open(...LEADS);
  world.storage.setItem('trace.apiKey', 'trace_demo');
  await freezing.freeze('file');
  world.sheet.put(2, 1, cell('typed'));
  const asked = (await freezing.thaw()) as ThawTerms;
  world.sheet.put(2, 1, cell('US'));
  const later = (await freezing.thaw(asked)) as ThawTerms;
  const stay = Object.keys(formulasOf(world.sheet));
  expect({ asked: asked.price, later: later.price, stay, told: await freezing.thaw(later) }).toEqual({
    asked: { cells: 2, credits: 1, isLeast: false },
    later: { cells: 3, credits: 2, isLeast: false },
    stay: ['B4', 'B5', 'B6'],
    told: '3 formulas back.',
  });
});
