import { readSelection, type SelectedColumn } from '../../../enrich/plan/selection';
import { TraceError } from '../../../errors/trace-error';
import type { Selection } from '../../bulk-host';
import { attempt, type BulkEngine } from '../bulk-engine';
import { say } from '../../../errors/say';

/** What the sheet's selection holds. */
export type SelectionReading =
  | { readonly is: 'column'; readonly of: SelectedColumn; readonly areas: number }
  /** A chart or a picture. */
  | { readonly is: 'object' }
  /** `sheet`: what was selected, where that is known. */
  | { readonly is: 'failed'; readonly error: TraceError; readonly sheet?: Pick<Selection, 'sheet' | 'sheetName'> };

export type Selecting = Awaited<ReturnType<typeof readSelecting>>;

export function readSelecting(engine: BulkEngine) {
  return attempt(() => engine.host.selection());
}

/** @param column from 0, where the user chose another one of the same selection */
export async function readSelected(
  engine: BulkEngine,
  selecting: Selecting,
  column: number | null,
): Promise<SelectionReading> {
  if (!selecting.ok) return { is: 'failed', error: selecting.error };
  const { value } = selecting;
  if (value === 'object') return { is: 'object' };
  const ended = await engine.do(async (ports) => {
    if (value === null) throw new TraceError('selectionEmpty', {});
    return readSelection(ports, value, column);
  });
  if (!ended.ok) return { is: 'failed', error: ended.error, ...(value === null ? {} : { sheet: value }) };
  return { is: 'column', of: ended.value, areas: value?.areas ?? 1 };
}

export function isSameSelection(one: Selection | 'object' | null, other: Selection | 'object' | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A sheet with this many rows is not read again for each click on a cell. */
const LARGE_ROWS = 5_000;

/** Whether a cell was selected in the large column that is shown already. */
export function isWithin(shown: SelectedColumn | null, selection: Selection | 'object' | null): boolean {
  if (shown === null || selection === null || selection === 'object') return false;
  const isCell = selection.rows === 1 && selection.columns === 1 && (selection.areas ?? 1) === 1;
  const isSame = selection.sheet === shown.area.sheet && selection.column === shown.column;
  return isCell && isSame && shown.isWidened && shown.triage.rows.length > LARGE_ROWS;
}

/** Whether nothing that a person sees has changed between two readings. */
export function isSameColumn(one: SelectedColumn | null, other: SelectedColumn): boolean {
  if (one === null || one.column !== other.column || one.isWidened !== other.isWidened) return false;
  if (JSON.stringify([one.area, one.columns]) !== JSON.stringify([other.area, other.columns])) return false;
  if (one.triage.header?.title !== other.triage.header?.title) return false;
  const rows = one.triage.rows;
  return (
    rows.length === other.triage.rows.length &&
    other.triage.rows.every(
      ({ row, input }, at) => row === rows[at]!.row && givenOf(input) === givenOf(rows[at]!.input),
    )
  );
}

function givenOf(input: SelectedColumn['triage']['rows'][number]['input']): string {
  return input.is === 'blank' ? '' : input.given;
}

/** A selection that holds no column. */
type Unread = Exclude<SelectionReading, { readonly is: 'column' }>;

/** What the user is told to do about it. */
export function toUnreadText(reading: Unread): string {
  return reading.is === 'object'
    ? 'A chart or a picture is selected. Select your column of company domains.'
    : say(reading.error, 'run');
}

/** Whether the selected cells are empty, and their sheet has no column of domains to use instead. */
export function isOfNothing(reading: Unread): boolean {
  return reading.is === 'failed' && reading.error.code === 'selectionEmpty';
}

/** The sentence shown while the panel keeps the column that it read before. */
export function toAsideText(reading: Unread): string {
  if (reading.is === 'object') return 'A chart or a picture is selected. Trace still uses this column.';
  if (isOfNothing(reading)) return 'The selected cells are empty. Trace still uses this column.';
  return `${say(reading.error, 'run')} Trace still uses this column.`;
}

/** What is said of an empty sheet: users do not expect Trace to keep the column of another sheet there. */
export function toEmptySheetText(sheetName: string): string {
  return `No column of domains is on ${sheetName}.`;
}
