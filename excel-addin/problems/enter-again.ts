import { excelCodeOf, isOfWorkbook, toRefusal } from '../bulk/on-workbook';
import { inPortions } from '../bulk/in-portions';
import { filledCells, type Piece } from '../bulk/write/piece';
import { writePieces, type QueuePiece, type RefusedCell } from '../bulk/write/write-pieces';
import type { ExcelContext } from '../excel-api';
import { readInChunks } from './halved-reads';
import { isReadOnly } from '../office';
import type { ProblemFormula } from './problem-formulas';
import { toTraceError } from '../../shared/formulas';
import type { SheetCells } from '../../shared/freeze';

/** Formulas of a sheet that Excel did not accept. */
export interface KeptFormulas {
  readonly sheet: string;
  readonly formulas: number;
  /** `array`: part of formulas entered for several cells at once; otherwise Excel's own message. */
  readonly why: 'protected' | 'array' | 'readOnly' | { readonly said: string };
}

const PIECES_AT_ONCE = 1_000;
const CHARACTERS_AT_ONCE = 1_000_000;
const AT_ONCE = { size: CHARACTERS_AT_ONCE, items: PIECES_AT_ONCE };

/**
 * Enters formulas of one sheet again if they are still in place. A part of an array that Excel refuses costs many
 * attempts, so possible ones come last.
 */
export async function enterAgain(
  context: ExcelContext,
  { id, name }: SheetCells,
  formulas: readonly ProblemFormula[],
): Promise<{ readonly cells: number; readonly kept: readonly KeptFormulas[] }> {
  const { protection } = context.workbook.worksheets.getItem(id);
  protection.load('protected,options');
  await context.sync();
  let cells = 0;
  const counts = new Map<string, KeptFormulas>();
  for (const mayBeArray of [false, true]) {
    const some = formulas.filter((formula) => formula.mayBeArray === mayBeArray);
    for (const pieces of inPortions(toColumnPieces(some, mayBeArray), lengthOf, AT_ONCE)) {
      const present = await stillThere(context, id, pieces);
      const refused = await enter(context, id, present, protection.protected);
      cells += present.flatMap(filledCells).length - refused.length;
      for (const { error } of refused) {
        const why = whyOf(error, protection.protected, mayBeArray);
        const key = JSON.stringify(why);
        counts.set(key, { sheet: name, formulas: (counts.get(key)?.formulas ?? 0) + 1, why });
      }
    }
  }
  return { cells, kept: [...counts.values()] };
}

async function enter(
  context: ExcelContext,
  sheet: string,
  pieces: readonly Piece[],
  isProtected: boolean,
): Promise<readonly RefusedCell[]> {
  try {
    return await writePieces(context, sheet, pieces, {
      isProtected,
      queue,
      reread: (some) => stillThere(context, sheet, some),
    });
  } catch (thrown) {
    if (excelCodeOf(thrown) === '' || isOfWorkbook(thrown)) throw thrown;
    const error = toTraceError(toRefusal(thrown));
    return pieces.flatMap(filledCells).map((place) => ({ ...place, error }));
  }
}

const queue: QueuePiece = (sheet, { row, column, entries }) => {
  const range = sheet.getRangeByIndexes(row, column, entries.length, 1);
  const formats = entries.map(([entry]) => [entry?.format ?? null]);
  if (formats.some(([format]) => format !== null)) range.numberFormat = formats;
  range.formulas = entries.map(([entry]) => [entry?.value ?? null]);
  return null;
};

function whyOf(error: RefusedCell['error'], isProtected: boolean, mayBeArray: boolean): KeptFormulas['why'] {
  if (isReadOnly()) return 'readOnly';
  if (isProtected) return 'protected';
  return mayBeArray ? 'array' : { said: error.message };
}

/**
 * Groups cells below each other into one piece. @param areApart keeps cells separate, because an array entered as one
 * piece would no longer be an array
 */
function toColumnPieces(formulas: readonly ProblemFormula[], areApart: boolean): readonly Piece[] {
  const sorted = [...formulas].sort((a, b) => a.column - b.column || a.row - b.row);
  const pieces: { row: number; column: number; entries: Piece['entries'][number][] }[] = [];
  let length = 0;
  for (const { row, column, formula } of sorted) {
    const last = pieces[pieces.length - 1];
    const goesOn = last?.column === column && last.row + last.entries.length === row;
    const entries = [{ value: formula, format: null }];
    length += formula.length;
    if (last !== undefined && goesOn && !areApart && length <= CHARACTERS_AT_ONCE) last.entries.push(entries);
    else {
      pieces.push({ row, column, entries: [entries] });
      length = formula.length;
    }
  }
  return pieces;
}

function lengthOf({ entries }: Piece): number {
  return entries.reduce((sum, [entry]) => sum + String(entry?.value).length, 0);
}

/**
 * The pieces whose cells all still contain their formula: a user may have sorted the sheet meanwhile. A cell formatted
 * as text would turn it into a text, and gets another format.
 */
async function stillThere(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<readonly Piece[]> {
  const sheet = context.workbook.worksheets.getItem(id);
  const found: Piece[] = [];
  await readInChunks(pieces.length, PIECES_AT_ONCE, async (start, count) => {
    const asked = pieces.slice(start, start + count).map((piece) => {
      const range = sheet.getRangeByIndexes(piece.row, piece.column, piece.entries.length, 1);
      range.load('formulas,numberFormat');
      return { piece, range };
    });
    await context.sync();
    const isSame = ({ piece, range }: (typeof asked)[number]): boolean =>
      piece.entries.every(([entry], at) => range.formulas[at]?.[0] === entry?.value);
    for (const { piece, range } of asked.filter(isSame)) {
      const entries = piece.entries.map(([entry], at) => [
        { ...entry!, format: range.numberFormat[at]?.[0] === '@' ? 'General' : null },
      ]);
      found.push({ ...piece, entries });
    }
  });
  return found;
}
