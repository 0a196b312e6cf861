import { say } from '../../errors/say';
import type { SelectionReading } from './read-selection';

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

/** What is said while the column that was read before stays. */
export function toAsideText(reading: Unread): string {
  if (reading.is === 'object') return 'A chart or a picture is selected. Trace still uses this column.';
  if (isOfNothing(reading)) return 'The selected cells are empty. Trace still uses this column.';
  return `${say(reading.error, 'run')} Trace still uses this column.`;
}

/** What is said of a sheet to which nobody would expect the column of another one to follow. */
export function toEmptySheetText(sheetName: string): string {
  return `No column of domains is on ${sheetName}.`;
}
