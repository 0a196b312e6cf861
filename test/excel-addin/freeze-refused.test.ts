import { OfficeError } from '../../workbook/office/office-error';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { beforeWrites, cell, company, formulasOf, open, shownAt } from '../fakes/excel/freezing';

/** Where Excel refuses a part of a request, what came before it has happened, and nothing of it is told. */

afterEach(() => BulkWorld.close());

it('a formula that was calculated anew right before is still kept, so that thawing lists it', async () => {
  const { world, freezing } = open(
    [cell('stripe.com'), company(1, 'US')],
    [cell('')],
    [cell('figma.com'), company(3, 'US')],
  );
  world.sheet.refusing.set('2:1', new OfficeError('InvalidOperation', 'a PivotTable'));
  beforeWrites((count) => count === 1 && world.sheet.put(0, 1, company(1, 'DE')));
  expect(await freezing.freeze('file')).toContain(
    'Could not be replaced. Freeze again, or paste them as values: 1\n• Moved or edited at the very moment. Check these cells: 1',
  );
  expect({ formulas: formulasOf(world.sheet), shown: shownAt(world.sheet, 0, 1) }).toEqual({
    formulas: { B3: '=TRACE_COMPANY(A3,"country")' },
    shown: 'DE',
  });
  expect(await freezing.thaw()).toContain('(stripe.com): the value, its input or its row has changed');
  // Calculated back to what was read, it is thawed.
  world.sheet.put(0, 1, cell('US'));
  expect({ said: await freezing.thaw(), formulasAt: Object.keys(formulasOf(world.sheet)) }).toEqual({
    said: '1 formula back.',
    formulasAt: ['B1', 'B3'],
  });
});

it('one that stands is kept no longer, and neither is one over which somebody has typed', async () => {
  const { world, freezing } = open([cell('stripe.com'), company(1, 'US')], [cell('figma.com'), company(2, 'US')]);
  beforeWrites((count) => {
    if (count > 1) return;
    world.sheet.put(0, 1, company(1, 'DE'));
    world.sheet.put(1, 1, cell('mine'));
  });
  await freezing.freeze('file');
  expect({ formulas: formulasOf(world.sheet), said: await freezing.thaw() }).toEqual({
    formulas: { B1: '=TRACE_COMPANY(A1,"country")' },
    said: 'No formula was frozen in this file.',
  });
});
