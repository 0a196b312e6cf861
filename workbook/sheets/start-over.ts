import { confirmInPage } from '../page/confirm';
import { replaceSaying } from './replace-workbook';
import { button } from '../page/element';
import type { OpenWorkbook } from './open-workbook';
import { makeSampleWorkbook } from './sample-sheet';

const QUESTION = 'Start over with the sample sheet? "Undo open" brings this workbook back.';

/** Replaces the open workbook with the sample. */
export function addStartOver(open: OpenWorkbook): void {
  button('start-over').addEventListener('click', () => void startOver(open));
}

async function startOver(open: OpenWorkbook): Promise<void> {
  if (!open.isSample && !(await confirmInPage(QUESTION, 'Start over'))) return;
  await replaceSaying(open, { isUntouched: true, workbook: makeSampleWorkbook() }, 'This is the sample sheet.');
}
