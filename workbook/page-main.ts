import type { FUniver } from '@univerjs/core/facade';
import { showSentences } from './cell-sentence';
import type { CustomFunctionsGlobal } from './custom-functions';
import { readFunctionMetadata } from './function-metadata';
import { registerFunctions } from './functions';
import { startGrid } from './grid';
import { makeSampleWorkbook } from './sample-sheet';
import './page.css';

declare global {
  interface Window {
    /** Set before functions.js. */
    readonly CustomFunctions: CustomFunctionsGlobal;
    /** For the browser's console and for tests. */
    univerAPI: FUniver;
  }
}

await start();

async function start(): Promise<void> {
  const response = await fetch('functions.json');
  const functions = readFunctionMetadata(await response.json());
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const { univer, api } = startGrid('grid', dark.matches);
  dark.addEventListener('change', ({ matches }) => void api.toggleDarkMode(matches));
  const workbook = api.createWorkbook(makeSampleWorkbook());
  const invocations = registerFunctions(univer, functions, window.CustomFunctions);
  const formula = api.getFormula();
  formula.calculationEnd(() =>
    invocations.endPass(({ sheetId, row, column }, functionName) => {
      const sheet = workbook.getSheetBySheetId(sheetId);
      return sheet?.getRange(row, column).getFormula().toUpperCase().includes(functionName) ?? false;
    }),
  );
  showSentences(api, invocations);
  await takesKeys(api);
  window.univerAPI = api;
}

/** Before its first picture stands, the grid loses what is typed. */
function takesKeys(api: FUniver): Promise<void> {
  return new Promise((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= api.Enum.LifecycleStages.Rendered) resolve();
    });
  });
}
