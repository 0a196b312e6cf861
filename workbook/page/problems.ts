import type { FUniver } from '@univerjs/core/facade';
import type { PanelMessages } from '../../shared/ports';
import { holdsMistakes } from '../../shared/panel';
import { button, element } from './element';
import { isShownAs, type CellAddress, type CellProblem, type Invocations } from '../functions/invocations';
import { MISTAKES_SHEET } from '../sheets/mistakes-sheet';
import { nextProblem } from './next-problem';

/** Answers in quick succession are counted, and announced, once. */
const COUNT_AFTER_MS = 400;

/** Says below the grid how many cells show a problem, and walks through them. */
export function showProblems(api: FUniver, invocations: Invocations): void {
  const summary = element('problem-summary', HTMLParagraphElement);
  const next = button('show-problem');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    const cells = findShown(api, invocations).length;
    const text = cells === 0 ? '' : `${cells.toLocaleString('en-US')} ${cells === 1 ? 'problem' : 'problems'}`;
    if (summary.textContent !== text) summary.textContent = text;
    next.hidden = cells === 0;
  };
  const countSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(count, COUNT_AFTER_MS);
  };
  api.getFormula().calculationResultApplied(countSoon);
  // Without formulas there is no calculation, and the last one may have been deleted.
  api.addEvent(api.Event.WorkbookCreated, countSoon);
  api.addEvent(api.Event.SheetValueChanged, countSoon);
  next.addEventListener('click', () => {
    const workbook = api.getActiveWorkbook();
    const sheet = workbook?.getActiveSheet();
    const cell = sheet?.getSelection()?.getCurrentCell();
    const active =
      sheet && cell ? { sheetId: sheet.getSheetId(), row: cell.actualRow, column: cell.actualColumn } : null;
    const sheets = workbook?.getSheets().map((each) => each.getSheetId()) ?? [];
    const found = nextProblem(
      findShown(api, invocations).map((problem) => problem.cell),
      active,
      sheets,
    );
    if (found !== undefined) select(api, found);
  });
}

/** What cells say, for the panel: each sentence with the number of its cells and the first of them. */
export function countBySentence(api: FUniver, invocations: Invocations): PanelMessages['problems']['value'] {
  const counts = new Map<string, PanelMessages['problems']['value'][number]>();
  for (const { sentence, cell } of findShown(api, invocations)) {
    const [, cells = 0, first = { sheet: cell.sheetId, row: cell.row, column: cell.column }] =
      counts.get(sentence) ?? [];
    counts.set(sentence, [sentence, cells + 1, first]);
  }
  return [...counts.values()];
}

/** Without the mistakes that sheets show on purpose. */
function findShown(api: FUniver, invocations: Invocations): readonly CellProblem[] {
  return invocations.problems().filter((problem) => {
    const sheet = api.getWorkbook(problem.cell.unitId)?.getSheetBySheetId(problem.cell.sheetId);
    if (!sheet || holdsMistakes(sheet.getSheetName())) return false;
    if (sheet.getSheetId() === MISTAKES_SHEET.id && sheet.getSheetName() === MISTAKES_SHEET.name) return false;
    // Another function may have caught the error, or a table may not have had room.
    return isShownAs(problem, sheet.getSheet().getCell(problem.cell.row, problem.cell.column)?.v);
  });
}

function select(api: FUniver, { sheetId, row, column }: CellAddress): void {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getSheetBySheetId(sheetId);
  if (!workbook || !sheet) return;
  workbook.setActiveSheet(sheet);
  const range = sheet.getRange(row, column);
  range.activate();
  sheet.scrollToCell(row, column);
}
