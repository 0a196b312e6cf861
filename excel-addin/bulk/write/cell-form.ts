import type { ExcelContext } from '../../excel-api';
import { supportsExcelApi } from '../../office';
import { excelCodeOf } from '../on-workbook';

/** How cell contents are sent to Excel: as values with types, or as a user types them. */
export type CellForm = 'json' | 'typed';

/** Refusals with which a host may answer values with types, although it claims to support them. */
const OF_FORM = /^(ApiNot|NotImplemented|Unsupported|InvalidArgument|GeneralException)/;

/** Whether this page's Excel accepts values with types; `null`: not tried yet. */
let takesKinds: boolean | null = null;

/** `valuesAsJson` came with ExcelApi 1.16. */
export function cellForm(): CellForm {
  return takesKinds !== false && supportsExcelApi('1.16') ? 'json' : 'typed';
}

export function noteTaken(form: CellForm): void {
  takesKinds = form === 'json';
}

/** Whether to repeat a write in typed form. False if Excel has accepted values with types before. */
export function isOfForm(thrown: unknown): boolean {
  return takesKinds === null && cellForm() === 'json' && OF_FORM.test(excelCodeOf(thrown));
}

/**
 * Writes cells in one request, in the form that this Excel accepts.
 *
 * @param queue returns the form used for each piece; `null`: both forms are the same
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
