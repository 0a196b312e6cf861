import type { ExcelContext } from '../excel-api';
import { supportsExcelApi } from '../office';
import { excelCodeOf } from './on-workbook';

/** How Excel is told what cells hold: each with its kind, or as a person types it. */
export type CellForm = 'json' | 'typed';

/** Refusals that a host could give to cells with kinds, although it says to know them. */
const OF_FORM = /^(ApiNot|NotImplemented|Unsupported|InvalidArgument|GeneralException)/;

/** Of this page's Excel; `null`: not tried yet. */
let takesKinds: boolean | null = null;

/** `valuesAsJson` came with ExcelApi 1.16. */
export function cellForm(): CellForm {
  return takesKinds !== false && supportsExcelApi('1.16') ? 'json' : 'typed';
}

export function noteTaken(form: CellForm): void {
  takesKinds = form === 'json';
}

/** Whether the same is to be tried as a person types it. Not where Excel has taken cells with kinds before. */
export function isOfForm(thrown: unknown): boolean {
  return takesKinds === null && cellForm() === 'json' && OF_FORM.test(excelCodeOf(thrown));
}

/**
 * Writes cells in one request, in the form that this Excel takes.
 *
 * @param queue returns for each piece the form in which it was told; `null`: it has but one
 */
export async function inCellForm(
  context: ExcelContext,
  queue: (form: CellForm) => readonly (CellForm | null)[],
): Promise<void> {
  let hasKinds = true;
  const write = async (form: CellForm): Promise<void> => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    hasKinds = queue(form).includes('json');
    await context.sync();
    if (hasKinds) noteTaken('json');
  };
  try {
    await write(cellForm());
  } catch (thrown) {
    if (!hasKinds || !isOfForm(thrown)) throw thrown;
    await write('typed');
    noteTaken('typed');
  }
}
