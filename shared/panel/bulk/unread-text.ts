import { say } from '../../errors/say';
import type { Looked } from './look';

/** A selection that holds no column. */
type Unread = Exclude<Looked, { readonly is: 'column' }>;

/** What the user is told to do about it. */
export function toUnreadText(looked: Unread): string {
  return looked.is === 'object'
    ? 'A chart or a picture is selected. Select your column of company domains.'
    : say(looked.error, 'run');
}

/** Whether the selected cells are empty, and their sheet has no column of domains to use instead. */
export function isOfNothing(looked: Unread): boolean {
  return looked.is === 'failed' && looked.error.code === 'selectionEmpty';
}

/** What is said while the column that was read before stays. */
export function toAsideText(looked: Unread): string {
  if (looked.is === 'object') return 'A chart or a picture is selected. Trace still uses this column.';
  if (isOfNothing(looked)) return 'The selected cells are empty. Trace still uses this column.';
  return `${say(looked.error, 'run')} Trace still uses this column.`;
}

/** What is said of a sheet to which nobody would expect the column of another one to follow. */
export function toEmptySheetText(sheetName: string): string {
  return `No column of domains is on ${sheetName}.`;
}
