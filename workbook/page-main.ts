import type { FUniver } from '@univerjs/core/facade';
import { makeCellLine } from './page/cell-line';
import { forgetCarriedNotice, readCarriedNotice } from './page/carried-notice';
import { addCsvCommands } from './csv/csv-commands';
import type { CustomFunctionsGlobal } from './functions/custom-functions';
import { showProgress } from './page/fetch-progress';
import type { FunctionMetadata } from './functions/function-metadata';
import { registerFunctions } from './functions/functions';
import { loadFunctionHelp } from './grid/function-help';
import { startInCell } from './grid/focus-grid';
import { startGrid, type Grid } from './grid/grid';
import type { Invocations } from './functions/invocations';
import { element } from './page/element';
import { loadLateParts, sayIncomplete } from './page/late-parts';
import { showNotice, showWarning } from './page/notice';
import type { OfficeGlobal } from './office/office';
import { ALL_LOADED, firstAnswerDrawn } from './page/first-answer';
import { OpenWorkbook } from './sheets/open-workbook';
import { bringBack } from './sheets/replace-workbook';
import { addPanelToggle } from './page/panel-toggle';
import { pasteExamplesAsFormulas } from './sheets/paste-examples';
import { countBySentence, showProblems } from './page/problems';
import { nameControls } from './grid/control-names';
import { styleNewSheets } from './grid/new-sheets';
import { turnOffCellTooltips } from './grid/quiet-grid';
import { readPageSettings } from './page/read-page-settings';
import { addRegionKeys, skipUnseenParts } from './page/regions';
import { addServiceSwitch } from './page/service-switch';
import { SheetStore } from './sheets/sheet-store';
import { showFormatColors } from './grid/format-colors';
import { keepReferencesWhenSorted } from './grid/sort-references';
import { sortTextsAsTexts } from './grid/sort-texts';
import { keepTypedText } from './grid/typed-text';
import { pasteTextsAsCells } from './grid/pasted-text';
import { addStartOver } from './sheets/start-over';
import './page.css';
import './grid.css';

declare global {
  interface Window {
    /** Set before functions.js. */
    readonly CustomFunctions: CustomFunctionsGlobal;
    readonly Office: OfficeGlobal;
    /** For the browser's console and for tests. */
    univerAPI: FUniver;
  }
}

const NOT_KEPT = 'This browser keeps nothing for this page: save as CSV what you want to have after closing it.';
const DAMAGED =
  'The workbook that was kept here could not be read, so this is the sample sheet. What was kept is set aside in this browser.';
const ELSEWHERE =
  'This workbook was changed in another tab, so what you change here is not saved. Reload to go on with the newer version.';
/** Answers come by the hundred. */
const EXPLAIN_AFTER_MS = 200;
const NOT_STARTED = 'The workbook could not start: is npm start still running? Load the page again.';
const DEMO_NOT_STARTED = 'The workbook could not start. Load the page again.';

start().catch((error: unknown) => {
  showWarning(readPageSettings().demo === true ? DEMO_NOT_STARTED : NOT_STARTED);
  throw error;
});

async function start(): Promise<void> {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const grid = startGrid('grid', dark.matches);
  const registered: { invocations?: Invocations; functionNames?: readonly string[] } = {};
  const line = makeCellLine({
    api: grid.api,
    invocations: () => registered.invocations,
    functionNames: () => registered.functionNames ?? [],
    problems: () => (registered.invocations === undefined ? [] : countBySentence(grid.api, registered.invocations)),
  });
  const explainAgain = soon(line.tell);
  dark.addEventListener('change', ({ matches }) => void grid.api.toggleDarkMode(matches));
  addPanelToggle();
  addRegionKeys();
  const isDrawn = takesKeys(grid.api);
  const open = new OpenWorkbook(grid, new SheetStore(), sayNotKept, sayElsewhere);
  const response = await fetch('functions.json');
  const { functions } = (await response.json()) as { readonly functions: readonly FunctionMetadata[] };
  // Before the grid's next turn: it caches parsed formulas, and those with unknown functions would stay #NAME?.
  const found = await open.restore();
  const showFetching = showProgress(() => registered.invocations?.progress);
  const invocations = registerFunctions(grid.univer, functions, window.CustomFunctions, () => {
    showFetching();
    explainAgain();
  });
  registered.invocations = invocations;
  endPasses(grid, invocations);
  keepReferencesWhenSorted(grid.univer);
  sortTextsAsTexts(grid.univer);
  keepTypedText(grid.univer);
  showFormatColors(grid.univer);
  pasteTextsAsCells(grid.univer);
  pasteExamplesAsFormulas(grid.univer);
  turnOffCellTooltips(grid.univer);
  styleNewSheets(grid.api);
  nameControls(grid.univer, element('grid', HTMLElement));
  registered.functionNames = functions.map(({ name }) => name);
  line.show();
  showProblems(grid.api, invocations);
  addCsvCommands(grid, open);
  addStartOver(open);
  await Promise.all([isDrawn, window.Office.onReady()]);
  startInCell(grid.api);
  skipUnseenParts();
  const settings = readPageSettings();
  addServiceSwitch(settings, () => void switchTo(settings.live ? 'sandbox' : 'live', grid, invocations));
  void firstAnswerDrawn(grid.api, invocations).then(() => loadTheRest(grid, open, invocations));
  open.calculate();
  if (found === 'damaged') showWarning(DAMAGED);
  sayCarriedNotice(grid, open);
  window.univerAPI = grid.api;
}

async function switchTo(service: 'sandbox' | 'live', grid: Grid, invocations: Invocations): Promise<void> {
  const { switchService, switchToLive } = await loadLateParts();
  await (service === 'live' ? switchToLive(grid, invocations) : switchService(service));
}

async function loadTheRest(grid: Grid, open: OpenWorkbook, invocations: Invocations): Promise<void> {
  const { startPanel } = await loadLateParts();
  try {
    await startPanel(grid, open, invocations);
    await loadFunctionHelp(grid.univer);
  } catch (error) {
    sayIncomplete();
    throw error;
  }
  dispatchEvent(new Event(ALL_LOADED));
}

/** From then on the browser asks before the page is closed or loaded again. */
function sayNotKept(): void {
  showWarning(NOT_KEPT);
  addEventListener('beforeunload', (event) => event.preventDefault());
}

function sayElsewhere(): void {
  showNotice(ELSEWHERE, {
    tone: 'warning',
    isLasting: true,
    action: { label: 'Reload', run: () => location.reload() },
  });
}

function endPasses({ api }: Grid, invocations: Invocations): void {
  api.getFormula().calculationEnd(() =>
    invocations.endPass(({ unitId, sheetId, row, column }, functionName) => {
      const sheet = api.getWorkbook(unitId)?.getSheetBySheetId(sheetId);
      return sheet?.getRange(row, column).getFormula().toUpperCase().includes(functionName) ?? false;
    }),
  );
}

/** Before the grid is first drawn, and its editor with the next frame, the grid loses what is typed. */
function takesKeys(api: FUniver): Promise<void> {
  return new Promise((resolve) => {
    const atNextPicture = (): number => requestAnimationFrame(() => setTimeout(resolve));
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= api.Enum.LifecycleStages.Rendered) requestAnimationFrame(atNextPicture);
    });
  });
}

/** Merges many calls in a row into one. */
function soon(action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, EXPLAIN_AFTER_MS);
  };
}

/** Returns whether there was one. */
function sayCarriedNotice({ api }: Grid, open: OpenWorkbook): boolean {
  const carried = readCarriedNotice();
  if (carried === null) return false;
  const { sentence, brings, selects } = carried;
  showNotice(sentence, { action: { label: brings, run: bringBack(open) }, onClose: forgetCarriedNotice });
  if (selects !== undefined) api.getActiveWorkbook()?.getActiveSheet().getRange(selects).activate();
  return true;
}
