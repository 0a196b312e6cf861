import type { HostFault } from '../../shared/ports';
import { canStore } from '../stored/key-store';
import { hasOtherFunctions } from '../functions/on-page';
import { canKeepAnswers } from './kept-answers';
import { hasMarks } from './anchors';
import { onWorkbook } from './on-workbook';
import { RECORD } from './record';

/** What keeps Trace from working properly in this Excel or browser. */
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
    ...((await hasMarks()) && (await RECORD.load()) === null ? (['undoLost'] as const) : []),
  ];
}
