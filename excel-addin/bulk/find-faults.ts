import type { HostFault } from '../../shared/ports';
import { canStore } from '../key-store';
import { hasOtherFunctions } from '../on-page';
import { isUndoLost } from './journal';
import { canKeepAnswers } from './kept-answers';
import { onWorkbook } from './on-workbook';

/** What of Excel or of the browser keeps Trace from working as it should. */
export async function findFaults(): Promise<readonly HostFault[]> {
  const mode = await onWorkbook(async (context) => {
    const { application } = context.workbook;
    application.load('calculationMode');
    await context.sync();
    return application.calculationMode;
  });
  return [
    ...(hasOtherFunctions() ? (['functionsOutdated'] as const) : []),
    ...(mode === 'Manual' ? (['manualCalculation'] as const) : []),
    ...(canStore() ? [] : (['storageForbidden'] as const)),
    ...((await canKeepAnswers()) ? [] : (['answersUnreadable'] as const)),
    ...((await isUndoLost()) ? (['undoLost'] as const) : []),
  ];
}
