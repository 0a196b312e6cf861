import fc from 'fast-check';
import { freeze, thaw } from '../../../shared/frozen/freeze';
import { runSync } from '../../../shared/task';
import { EditedSheet, type LiveFormula } from '../../fakes/edited-sheet';
import { times } from '../../setup/chance';

/** So few that rows are often alike. */
const INPUTS = ['stripe.com', 'figma.com', 'asana.com', ''];
const VALUES = ['US', 'DE', 'none'];
const FROZEN = ['country', 'industry', 'fixed'];
const ALL = { isAsked: () => true, isProblem: () => false, isProtected: () => false };

type Edit = readonly [what: string, a: number, b: number, c: number];
const edit = fc.tuple(
  fc.constantFrom(
    'sort',
    'insertRow',
    'deleteRow',
    'copyRow',
    'insertColumn',
    'deleteColumn',
    'moveColumn',
    'retype',
    'copyCell',
    'rename',
  ),
  fc.nat(1_000),
  fc.nat(1_000),
  fc.nat(1_000),
);

/**
 * Inputs, then three columns of formulas: of the row's input, of it and a title, and without references.
 *
 * @param isTable whether formulas refer to them by the names of a table
 */
function makeSheet(rows: readonly (readonly [number, number, number, number])[], isTable: boolean): EditedSheet {
  const sheet = new EditedSheet();
  if (isTable) sheet.table = 'Leads';
  sheet.columns = ['domain', 'note', 'country', 'industry', 'fixed'];
  sheet.rows = ['titles'];
  sheet.columns.forEach((column) => sheet.put('titles', column, { value: column, formula: null, was: null }));
  rows.forEach(([input, one, two, three], at) => {
    const row = `row${at}`;
    sheet.rows.push(row);
    const typed = (column: string, value: string): void => sheet.put(row, column, { value, formula: null, was: null });
    const called = (column: string, value: string, formula: LiveFormula): void =>
      sheet.put(row, column, { value, formula, was: null });
    typed('domain', INPUTS[input % INPUTS.length]!);
    typed('note', String(three));
    called('country', VALUES[one % VALUES.length]!, [
      '=TRACE_COMPANY(',
      ['domain', row, isTable ? '@' : ''],
      ',"country")',
    ]);
    called('industry', VALUES[two % VALUES.length]!, [
      '=IFERROR(TRACE_COMPANY(',
      ['domain', row, isTable ? 'T@' : ''],
      ',',
      ['industry', 'titles', isTable ? 'H' : '$'],
      '),"")',
    ]);
    called('fixed', VALUES[one % VALUES.length]!, [`=TRACE_COMPANY("${INPUTS[three % 3]!}","country")`]);
  });
  return sheet;
}

function apply(sheet: EditedSheet, [what, a, b, c]: Edit): void {
  const { rows, columns } = sheet;
  const row = 1 + (a % Math.max(1, rows.length - 1));
  const column = b % columns.length;
  switch (what) {
    case 'sort': {
      const [title = '', ...rest] = rows;
      const keyOf = (name: string): string => `${(name.length * 7 + name.charCodeAt(name.length - 1) * a) % 13}${name}`;
      sheet.rows = [title, ...rest.sort((one, other) => keyOf(one).localeCompare(keyOf(other)))];
      return;
    }
    case 'insertRow':
      return void rows.splice(row, 0, sheet.newName());
    case 'deleteRow':
      return void (rows.length > 2 && rows.splice(row, 1));
    case 'insertColumn':
      return void columns.splice(column, 0, sheet.newName());
    case 'deleteColumn':
      return void (columns.length > 3 && c % 4 === 0 && columns.splice(column, 1));
    case 'moveColumn':
      return void columns.splice(c % columns.length, 0, ...columns.splice(column, 1));
    case 'copyRow': {
      const name = sheet.newName();
      for (const each of columns) {
        const from = sheet.at(rows[row]!, each);
        if (from !== undefined) sheet.put(name, each, { ...from, was: null });
      }
      return void rows.splice(1 + (c % rows.length), 0, name);
    }
    case 'rename': {
      if (sheet.table !== null) sheet.table = `Leads${a}`;
      const value = ['domain', `Web site ${b}`, `Site${b}`][c % 3]!;
      if (columns.includes('domain')) sheet.put(rows[0]!, 'domain', { value, formula: null, was: null });
      return;
    }
    case 'copyCell': {
      const from = sheet.at(rows[1 + (c % (rows.length - 1))]!, columns[column]!);
      if (from !== undefined) sheet.put(rows[row]!, columns[column]!, { ...from, was: null });
      return;
    }
    default:
      return sheet.put(rows[row]!, columns[column]!, { value: VALUES[c % VALUES.length]!, formula: null, was: null });
  }
}

/** What tells values of a column apart: what the cells say that a formula of that column refers to, and the value. */
function kindOf(sheet: EditedSheet, row: string, column: string): string {
  const says = (of: string): string => JSON.stringify(sheet.at(row, of)?.value ?? '');
  return column === 'fixed' ? says(column) : `${says('domain')} ${says(column)}`;
}

/** All that people see of a row besides what is frozen, in any order of its columns. */
function looksOf(sheet: EditedSheet, row: string): string {
  const held = sheet.columns.flatMap((column) => (FROZEN.includes(column) ? [] : [sheet.at(row, column)?.value ?? '']));
  return JSON.stringify(held.filter((value) => value !== '').sort());
}

describe('after people have edited a sheet with frozen formulas', () => {
  it('what is thawed is what a formula that had stayed would say, all else is listed, and nothing else changes', () => {
    const kinds = { thawed: 0, listed: 0, ofOwner: 0, inTables: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 8 }),
        fc.array(edit, { maxLength: 8 }),
        fc.boolean(),
        (rows, edits, isTable) => {
          const sheet = makeSheet(rows, isTable);
          const { frozen } = runSync(
            freeze(([cells]) => [{ sheet: cells!, ...ALL }]),
            sheet.ports(),
          );
          const kept = new Map<string, number>();
          const fixed = new Set<string>();
          for (const row of sheet.rows.slice(1)) {
            fixed.add(`${looksOf(sheet, row)} ${sheet.write(sheet.at(row, 'fixed')!.was!)}`);
            for (const column of FROZEN) {
              const kind = `${column} ${kindOf(sheet, row, column)}`;
              kept.set(kind, (kept.get(kind) ?? 0) + 1);
            }
          }
          for (const each of edits) apply(sheet, each);
          const { thawed, listed } = runSync(
            thaw<never>(),
            sheet.ports((at, to, formula) => {
              const [row, column] = [sheet.rows[at]!, sheet.columns[to]!];
              const cell = sheet.at(row, column)!;
              const kind = `${column} ${kindOf(sheet, row, column)}`;
              // A value that is copied beside the same input is taken for the one that is gone.
              kept.set(kind, (kept.get(kind) ?? 0) - 1);
              expect(kept.get(kind)).toBeGreaterThanOrEqual(0);
              // So is a row that has been made to look like one that is gone, in all of its cells.
              const isAlike = column === 'fixed' && fixed.has(`${looksOf(sheet, row)} ${formula}`);
              if (cell.was === null) kinds.ofOwner += 1;
              else if (!isAlike) expect(formula).toBe(sheet.write(cell.was));
            }),
          );
          expect(frozen).toBe(rows.length * 3);
          expect(thawed + listed.length).toBe(frozen);
          if (edits.length === 0) expect(listed.filter(({ place }) => place !== 'Leads!E')).toEqual([]);
          kinds.thawed += thawed;
          if (isTable) kinds.inTables += thawed;
          kinds.listed += listed.length;
        },
      ),
      { numRuns: times(400), seed: 20261127 },
    );
    expect({
      manyThawed: kinds.thawed > 1_000,
      manyInTables: kinds.inTables > 500,
      manyListed: kinds.listed > 500,
    }).toEqual({ manyThawed: true, manyInTables: true, manyListed: true });
  });
});
