import type { FunctionId } from '../../../../shared/catalogue/index';
import { emptyDraft, toSelectedCells, type Draft } from '../../../../shared/panel/formula/draft';
import {
  checkDraft,
  toDraftPrice,
  toOccupiedText,
  toPriceSentence,
  toRoomText,
  readCells,
  type CheckedDraft,
} from '../../../../shared/panel/formula/checked-draft';
import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import { triage } from '../../../../shared/enrich/plan/triage';
import { MemoryGrid } from '../../../fakes/memory-grid';

describe('draft look', () => {
  const COLUMN = [['a.com'], ['b.com'], ['a.com'], ['']];
  const look = (
    id: FunctionId,
    texts: Draft['texts'],
    more: Partial<Draft> = {},
    values: typeof COLUMN | null = COLUMN,
  ) => checkDraft({ ...emptyDraft(id), texts, ...more }, () => values);
  const ready = (seen: CheckedDraft) => {
    if (seen.is === 'problem') throw seen.error;
    return seen;
  };

  it.each<[FunctionId, Draft['texts'], Partial<Draft>, string]>([
    ['TRACE_TECH', { domains: 'A2:A5' }, {}, 'up to 2 credits'],
    ['TRACE_HAS_TECH', { domains: 'A2:A5', technologies: 'Stripe, React' }, {}, 'up to 2 credits'],
    ['TRACE_COMPANY', { domains: 'stripe.com' }, {}, 'up to 1 credit'],
    ['TRACE_PARTNERS', { domains: 'A2:A5' }, { options: { top: '3' } }, 'up to 6 credits'],
    ['TRACE_PARTNERS', { domains: 'A2:A5' }, {}, 'price depends'],
    ['TRACE_PARTNERED', { domains_a: 'A2:A5', domains_b: 'c.com' }, {}, 'up to 3 credits'],
    ['TRACE_SHARED_PARTNERS', { domain_a: 'a.com', domain_b: 'b.com' }, {}, 'price depends'],
    ['TRACE_PARTNER_OF', { partner: 'a.com' }, { options: { top: '40' } }, 'up to 40 credits'],
    ['TRACE_SEARCH', { query: 'shop' }, {}, 'up to 25 credits'],
    ['TRACE_TECH_COMPANIES', { technology: 'Stripe' }, { options: { top: '300' } }, 'up to 300 credits'],
    ['TRACE_LIST', { list_id: 'My favorite leads' }, {}, 'up to 25 credits'],
    ['TRACE_LISTS', {}, {}, 'free'],
    ['TRACE_COST', { domains: 'A2:A5' }, {}, 'free'],
    ['TRACE_FIELDS', {}, {}, 'free'],
  ])('%s of %j with %j costs %s', (id, texts, more, price) => {
    expect(toDraftPrice(ready(look(id, texts, more)))).toBe(price);
  });

  it('cells that cannot be read from here have no price', () => {
    expect(toPriceSentence(ready(look('TRACE_TECH', { domains: "'Leads'!A2" }, {}, null)))).toBe(
      'The price for 1 company is only known after paying.',
    );
  });

  it('the price names the companies, each once', () => {
    expect(toPriceSentence(ready(look('TRACE_TECH', { domains: 'A2:A5' })))).toBe(
      'Up to 2 credits for 2 companies. Saved answers are free.',
    );
  });

  it.each<[string, Draft['texts'], FunctionId, Partial<Draft>, [number, number, boolean]]>([
    ['one row each, to the last that is filled', { domains: 'A2:A5' }, 'TRACE_TECH', {}, [3, 1, false]],
    [
      'a header, the inputs and two fields',
      { domains: 'A2:A5' },
      'TRACE_TECH',
      { fields: ['name', 'slug'], options: { headers: '2' } },
      [4, 3, false],
    ],
    [
      'values to the right',
      { domains: 'A2:A5' },
      'TRACE_TECH',
      { options: { layout: 'columns', top: '4' } },
      [3, 4, false],
    ],
    ['a row for each value', { domains: 'A2:A5' }, 'TRACE_TECH', { options: { layout: 'spill' } }, [3, 2, true]],
    ['a table with its header', { query: 'shop' }, 'TRACE_SEARCH', { options: { top: '10' } }, [11, 4, false]],
    [
      'a column for each technology',
      { domains: 'A2:A5', technologies: 'A, B, C' },
      'TRACE_HAS_TECH',
      {},
      [3, 3, false],
    ],
    ['a table of unknown length', {}, 'TRACE_FIELDS', {}, [2, 1, true]],
  ])('it fills %s', (_what, texts, id, more, [rows, columns, isLeast]) => {
    expect(ready(look(id, texts, more)).size).toEqual({ rows, columns, isLeast });
  });

  it.each<[string, FunctionId, Draft['texts'], Partial<Draft>, string]>([
    ['a missing company', 'TRACE_TECH', {}, {}, 'inputsMissing'],
    ['an option out of range', 'TRACE_TECH', { domains: 'A2' }, { options: { top: '0' } }, 'optionRefused'],
    [
      'a day that there is none',
      'TRACE_TECH',
      { domains: 'A2' },
      { options: { since: '2026-02-30' } },
      'optionRefused',
    ],
  ])('%s is told before it is entered', (_what, id, texts, more, code) => {
    const seen = look(id, texts, more);
    expect(seen.is === 'problem' && seen.error.code).toBe(code);
  });

  const AT = { sheet: '1', sheetName: 'Leads', row: 1, column: 2, value: '', formula: '' };

  it('says where it goes, and why it cannot', () => {
    expect(toRoomText(AT, { rows: 1, columns: 1, isLeast: false })).toBe('Fills Leads!C2.');
    expect(toRoomText(AT, { rows: 26, columns: 2, isLeast: false })).toBe(
      'Fills Leads!C2:D27. These cells must be empty.',
    );
    expect(toRoomText(AT, { rows: 3, columns: 2, isLeast: true })).toBe(
      'Fills Leads!C2:D4 or more. Leave blank cells below.',
    );
    expect(toOccupiedText(AT)).toBe('');
    expect(toOccupiedText({ ...AT, value: 'Acme' })).toBe(
      'Leads!C2 holds “Acme”. Select a blank cell, or copy this formula.',
    );
    expect(toOccupiedText({ ...AT, formula: '=A1' })).toBe(
      'Leads!C2 holds a formula. Select a blank cell, or copy this formula.',
    );
    expect(toOccupiedText(null)).toBe('Select a blank cell for the formula.');
  });
});

describe('read cells', () => {
  const HOME = { sheet: 'sheet-1', sheetName: 'Leads' };
  const host = () => {
    const grid = new MemoryGrid([['Website'], ['a.com'], [''], ['b.com']]);
    return { ports: { sheet: grid.sheet } } as unknown as Parameters<typeof readCells>[0];
  };

  it.each([
    ['A2:A4', [['a.com'], [''], ['b.com']]],
    ['$A$2', [['a.com']]],
    ['leads!A2:A100', [['a.com'], [''], ['b.com']]],
    ['A90:A99', [['']]],
    ['F2', [['']]],
  ])('reads %s to the last row that is used', async (reference, values) => {
    expect(await readCells(host(), reference, HOME)).toEqual(values);
  });

  it.each(['Other!A2', 'stripe.com'])('does not read %s', async (reference) => {
    expect(await readCells(host(), reference, HOME)).toBeNull();
  });

  const column = (cells: readonly string[], row: number): SelectedColumn => ({
    area: { sheet: 'sheet-1', row, rows: cells.length, column: 27, columns: 1 },
    sheetName: 'Leads',
    column: 27,
    columns: [],
    triage: triage(
      cells.map((cell) => [cell]),
      row,
    ),
    isWidened: false,
    selectedRow: row,
    merged: 0,
    isTitleAbove: false,
  });

  it('names the selected rows without the title and without blanks at the end', () => {
    expect([
      toSelectedCells(column(['Website', 'a.com', '', 'b.com', ''], 0))?.reference,
      toSelectedCells(column(['a.com'], 4))?.reference,
    ]).toEqual(['AB2:AB4', 'AB5']);
  });
});
