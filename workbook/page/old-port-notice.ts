import { showNotice } from './notice';

const DISMISSED_ITEM = 'trace.oldPortDismissed';

/** Says where sheets of an earlier version are, until the user closes it once. */
export function sayWhereOldSheetsAre(oldPort: number | undefined): void {
  if (oldPort === undefined || isDismissed()) return;
  const sentence = `Your earlier sheets and key are still at the old address. To open them, run PORT=${oldPort} npm start.`;
  showNotice(sentence, { onClose: dismiss });
}

/** A browser may forbid storage; then it is shown each time. */
function isDismissed(): boolean {
  try {
    return localStorage.getItem(DISMISSED_ITEM) !== null;
  } catch {
    return false;
  }
}

function dismiss(): void {
  try {
    localStorage.setItem(DISMISSED_ITEM, '1');
  } catch {
    // It is shown again next time.
  }
}
