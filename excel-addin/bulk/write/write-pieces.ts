import { toTraceError, TraceError } from '../../../shared/formulas';
import type { ExcelContext, ExcelWorksheet } from '../../excel-api';
import { inCellForm, type CellForm } from './cell-form';
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
/** If this many cells are refused and none is accepted, the workbook may be the cause. */
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
  /** Set once the other form was refused. */
  let known: CellForm | null = null;
  const tryAll: TryPieces = async (some) => {
    const of = context.workbook.worksheets.getItem(sheet);
    let left = some;
    try {
      await inCellForm(
        context,
        (form) => left.map((piece) => queue(of, piece, known ?? form)),
        async () => {
          known = 'typed';
          left = await reread(some);
        },
      );
      return null;
    } catch (thrown) {
      if (excelCodeOf(thrown) === '') throw thrown;
      return thrown as Error;
    }
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

/** `null`: they are written. A refused call may have written some of them, which are written again. */
type TryPieces = (pieces: readonly Piece[]) => Promise<Error | null>;

interface Refusal {
  readonly pieces: readonly Piece[];
  readonly thrown: Error;
}

/** Retries larger parts first, so that as much as possible is written however many cells are refused. */
async function findRefused(tryAll: TryPieces, first: Refusal, reread: Reread): Promise<readonly RefusedCell[]> {
  const queue = [first];
  const refused: RefusedCell[] = [];
  let isAnyTaken = false;
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
      if (refusal === null) isAnyTaken = true;
      else queue.push({ pieces: half, thrown: refusal });
    }
  }
  if (!isAnyTaken && refused.length > MANY_CELLS) throw first.thrown;
  return refused;
}
