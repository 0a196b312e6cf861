import { serialOf } from '../../shared/formulas';
import type { GridBlock, GridCell, GridValue, GridWriting, WriteResult } from '../../shared/ports';
import { TraceError } from '../../shared/formulas';
import { asTyped, asTypedAgain } from '../../shared/runs';
import type { SentBlock, SentWriting, SentWritten } from '../messages/cell-messages';
import type { SentCell } from '../messages/example';

export function toBlock({ columns, hidden }: Pick<SentBlock, 'columns' | 'hidden'>, isInPlace: boolean): GridBlock {
  return {
    columns: columns.map(({ values, formulas, merged, formats, rich }) => ({
      values,
      formulas: new Set(formulas),
      merged: new Set(merged),
      formats,
      rich: new Set(rich),
    })),
    hidden: new Set(hidden),
    isInPlace,
  };
}

/** Some rows of a write, in the form that is sent. */
export function toSent(
  { sheet, rows, columns, cells, guard }: GridWriting,
  chunk: readonly number[],
): Omit<SentWriting, 'save'> {
  const { input } = guard;
  return {
    sheet,
    rows: chunk.map((at) => rows[at]!),
    columns,
    cells: chunk.map((at) => cells[at]!.map((cell) => cell && toSentCell(cell))),
    guard: {
      input: input && { column: input.column, values: chunk.map((at) => input.values[at]!) },
      before: chunk.map((at) => guard.before[at]!),
      formats: guard.formats ? chunk.map((at) => guard.formats![at]!) : null,
      marks: guard.marks ?? null,
      beside: guard.beside
        ? { columns: guard.beside.columns, values: chunk.map((at) => guard.beside!.values[at]!) }
        : null,
      holder: guard.holder ?? null,
    },
  };
}

/** @param part the positions in the whole writing */
export function toWritten(
  { moved, refused, instead, isElsewhere = false }: Pick<SentWritten, 'moved' | 'refused' | 'instead' | 'isElsewhere'>,
  chunk: readonly number[],
): WriteResult {
  return {
    isElsewhere,
    instead: instead.map(([sent, column, typed]) => ({ at: chunk[sent]!, column, cell: toStanding(typed) })),
    moved: moved.map((at) => chunk[at]!),
    refused: refused.map(([at, column, message]) => ({
      at: chunk[at]!,
      column,
      error: message === null ? new TraceError('cellsProtected', {}) : new TraceError('sheetRefused', { message }),
    })),
  };
}

function toStanding(typed: GridValue): GridCell {
  if (typeof typed === 'number') return { kind: 'number', number: typed };
  if (typeof typed === 'boolean') return { kind: 'boolean', boolean: typed };
  return { kind: 'text', text: typed.slice(1) };
}

/** A date is sent as its number, so that neither JSON nor the script's time zone changes it. */
export function toSentCell(cell: GridCell): SentCell {
  switch (cell.kind) {
    case 'text':
      return [asTyped(cell.text), ''];
    case 'number':
      return [cell.number, cell.format ?? 'number'];
    case 'boolean':
      return [cell.boolean, 'number'];
    case 'date':
      return [serialOf(cell.day), 'date'];
    case 'blank':
      return ['', 'blank'];
    case 'before':
      return [asTypedAgain(cell.value), cell.format, true];
  }
}
