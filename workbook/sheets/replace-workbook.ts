import { reloadSaying } from '../page/carried-notice';
import { confirmInPage } from '../page/confirm';
import { hideNotice, showNotice, showWarning } from '../page/notice';
import type { OpenWorkbook } from './open-workbook';
import type { StoredWorkbook } from './sheet-store';

/** Replaces the open workbook, with a message. @param selects the cells that are selected then */
export async function replaceSaying(
  open: OpenWorkbook,
  next: StoredWorkbook,
  sentence: string,
  selects?: string,
): Promise<void> {
  const replaced = await open.replace(next);
  if (replaced === 'replaced') {
    reloadSaying({ sentence, brings: 'Undo open', ...(selects === undefined ? {} : { selects }) });
  }
  if (replaced !== 'unkept') return;
  if (!open.isSample && !(await confirmInPage(UNKEPT, 'Go on'))) return;
  open.showUnkept(next);
  showNotice(sentence);
}

const UNKEPT =
  'This browser cannot keep this workbook, so "Undo open" will not bring it back. To keep a sheet, cancel and choose "Save CSV".';

/** One step back: what was open before the file, or before the sample. */
export function bringBack(open: OpenWorkbook): () => void {
  return () =>
    void (async () => {
      hideNotice();
      const isBack = await open.bringBack();
      if (isBack === null) return;
      if (isBack) reloadSaying({ sentence: BACK, brings: 'Switch back' });
      else showWarning('The workbook before this one was not kept by this browser.');
    })();
}

const BACK = 'The earlier workbook is back. The other one is kept until you open a file.';
