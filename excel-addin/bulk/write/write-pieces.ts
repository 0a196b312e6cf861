import { toTraceError, TraceError } from '../../../shared/formulas';
import type { ExcelContext, ExcelWorksheet } from '../../excel-api';
import { cellForm, isOfForm, noteTaken, type CellForm } from './cell-form';
import { splitByLock } from '../locked-cells';
import { excelCodeOf, isOfWorkbook, toRefusal } from '../on-workbook';
import { inHalves, filledCells, type CellPlace, type Piece } from './piece';
import { queuePiece } from './queue-piece';

export interface RefusedCell extends CellPlace {
  readonly error: TraceError;
}

/**
 * Compares again, right before refused pieces are retried.
 * @returns what may still be written
 */
type Reread = (pieces: readonly Piece[]) => Promise<readonly Piece[]>;

/** Returns the form used for the piece; `null`: both forms are the same. */
export type QueuePiece = (sheet: ExcelWorksheet, piece: Piece, form: CellForm) => CellForm | null;

interface Writing {
  readonly isProtected: boolean;
  readonly reread: Reread;
  /** {@link queuePiece} by default. */
  readonly queue?: QueuePiece;
}

/** After this many refusals, refused pieces are not cut further: they contain few cells. */
const MOST_REFUSALS = 200;
/** If this many cells are refused, the workbook may be the cause. */
const MANY_CELLS = 20;

/**
 * Writes pieces in one call. If Excel refuses, everything but the locked cells of a protected sheet is written in a
 * second call. Pieces refused for another reason, such as cells of a PivotTable, are split until those cells are
 * found. Throws if Excel refuses everything.
 *
 * @returns the cells that Excel refused to write
 */
export async function writePieces(
  context: ExcelContext,
  sheet: string,
  pieces: readonly Piece[],
  { isProtected, reread, queue = queuePiece }: Writing,
): Promise<readonly RefusedCell[]> {
  if (pieces.length === 0) return [];
  let form = cellForm();
  const tryAll: TryPieces = async (some) => {
    const { thrown, hasKinds } = await tryPieces(context, sheet, some, queue, form);
    if (thrown === null || !hasKinds || !isOfForm(thrown)) return thrown;
    form = 'typed';
    const left = await reread(some);
    if (left.length === 0) return null;
    const again = await tryPieces(context, sheet, left, queue, form);
    if (again.thrown === null) noteTaken(form);
    return again.thrown;
  };
  const thrown = await tryAll(pieces);
  if (thrown === null) return [];
  if (!isProtected) return findRefused(tryAll, { pieces, thrown }, reread);
  const { open: unlocked, locked } = await splitByLock(context, sheet, pieces);
  const refused = locked.map((place) => ({ ...place, error: new TraceError('cellsProtected', {}) }));
  const open = unlocked.length === 0 ? [] : await reread(unlocked);
  const again = open.length === 0 ? null : await tryAll(open);
  if (again === null) return refused;
  return [...refused, ...(await findRefused(tryAll, { pieces: open, thrown: again }, reread))];
}

/** `null`: they are written. */
type TryPieces = (pieces: readonly Piece[]) => Promise<Error | null>;

interface Refusal {
  readonly pieces: readonly Piece[];
  readonly thrown: Error;
}

/** Retries larger parts first, so that as much as possible is written however many cells are refused. */
async function findRefused(tryAll: TryPieces, first: Refusal, reread: Reread): Promise<readonly RefusedCell[]> {
  const queue = [first];
  const refused: RefusedCell[] = [];
  let taken: Piece | null = null;
  for (const { pieces, thrown } of queue) {
    if (isOfWorkbook(thrown)) throw thrown;
    const mayCut = queue.length < MOST_REFUSALS || /PayloadSize/.test(excelCodeOf(thrown));
    const halves = mayCut ? inHalves(pieces) : null;
    if (halves === null) {
      const error = toTraceError(toRefusal(thrown));
      refused.push(...pieces.flatMap(filledCells).map((place) => ({ ...place, error })));
    }
    for (const cut of halves ?? []) {
      const half = await reread(cut);
      if (half.length === 0) continue;
      const refusal = await tryAll(half);
      if (refusal === null) taken ??= toUntouched(half[0]!);
      else queue.push({ pieces: half, thrown: refusal });
    }
  }
  if (refused.length <= MANY_CELLS) return refused;
  const thrown = taken === null ? first.thrown : await tryAll([taken]);
  if (thrown !== null) throw thrown;
  return refused;
}

interface Tried {
  /** `null`: they are written. */
  readonly thrown: Error | null;
  /** Whether some cells were sent with types. */
  readonly hasKinds: boolean;
}

/** A refused call may have written some cells, which are written again. */
async function tryPieces(
  context: ExcelContext,
  id: string,
  pieces: readonly Piece[],
  queue: QueuePiece,
  form: CellForm,
): Promise<Tried> {
  let hasKinds = form === 'json';
  try {
    const { application, worksheets } = context.workbook;
    const sheet = worksheets.getItem(id);
    application.suspendApiCalculationUntilNextSync();
    hasKinds = pieces.map((piece) => queue(sheet, piece, form)).includes('json');
    await context.sync();
    if (hasKinds) noteTaken('json');
    return { thrown: null, hasKinds };
  } catch (thrown) {
    if (excelCodeOf(thrown) === '') throw thrown;
    return { thrown: thrown as Error, hasKinds };
  }
}

/** The piece's first cell, in a write that changes nothing, because a user may have edited it meanwhile. */
function toUntouched({ row, column }: Piece): Piece {
  return { row, column, entries: [[null]] };
}
