import type { FUniver } from '@univerjs/core/facade';
import { button, element } from './element';
import { isShownAs, type CellAddress, type CellProblem, type Invocations } from '../functions/invocations';
import { focusGrid } from '../grid/focus-grid';
import { toSummary } from './problem-summary';

/** Answers in quick succession are counted, and announced, once. */
const COUNT_AFTER_MS = 400;

/** The panel reads here what cells say. */
const PROBLEMS = Symbol.for('trace.problems');
const page = globalThis as { [PROBLEMS]?: () => readonly (readonly [sentence: string, cells: number])[] };

/** Says in one line below the grid how many cells show a problem, with a link to the first. */
export function showProblems(api: FUniver, invocations: Invocations): void {
  const summary = element('problem-summary', HTMLParagraphElement);
  const goTo = button('show-problem');
  let first: CellAddress | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    const shown = invocations.problems().filter((problem) => isShown(api, problem));
    first = shown[0]?.cell;
    const sentence = toSummary(countBySentence(shown));
    if (summary.textContent !== sentence) summary.textContent = sentence;
    goTo.hidden = first === undefined;
  };
  const countSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(count, COUNT_AFTER_MS);
  };
  page[PROBLEMS] = () => [...countBySentence(invocations.problems().filter((problem) => isShown(api, problem)))];
  api.getFormula().calculationResultApplied(countSoon);
  // Without formulas there is no calculation, and the last one may have been deleted.
  api.addEvent(api.Event.WorkbookCreated, countSoon);
  api.addEvent(api.Event.SheetValueChanged, countSoon);
  goTo.addEventListener('click', () => {
    if (first !== undefined) select(api, first);
  });
}

function countBySentence(problems: readonly CellProblem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sentence } of problems) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return counts;
}

/** Another function may have caught the error, or a table may not have had room. */
function isShown(api: FUniver, problem: CellProblem): boolean {
  const { cell } = problem;
  const sheet = api.getWorkbook(cell.unitId)?.getSheetBySheetId(cell.sheetId)?.getSheet();
  return isShownAs(problem, sheet?.getCell(cell.row, cell.column)?.v);
}

function select(api: FUniver, { sheetId, row, column }: CellAddress): void {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getSheetBySheetId(sheetId);
  if (!workbook || !sheet) return;
  workbook.setActiveSheet(sheet);
  const range = sheet.getRange(row, column);
  range.activate();
  sheet.scrollToCell(row, column);
  focusGrid();
}
