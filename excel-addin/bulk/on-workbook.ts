import { TraceError } from '../../shared/formulas';
import { excelApi, type ExcelContext, type ExcelRuns } from '../excel-api';
import { supportsExcelApi } from '../office';
import { whenOpen } from '../panel/panel-open';

/**
 * Works on the workbook once the panel is open and nobody is typing into a cell: until then Excel refuses
 * (https://learn.microsoft.com/office/dev/add-ins/excel/performance). Excel's refusals are thrown as sentences.
 *
 * @param toError what is thrown in place of something else
 */
export async function onWorkbook<T>(
  work: (context: ExcelContext) => Promise<T>,
  toError: (thrown: unknown) => unknown = toRefusal,
  excel: ExcelRuns | undefined = excelApi(),
): Promise<T> {
  if (excel === undefined) throw new TraceError('hostMissing', {});
  await whenOpen();
  try {
    return await excel.run({ delayForCellEdit: true }, work);
  } catch (thrown) {
    throw toError(thrown);
  }
}

/**
 * The same for something that only changes cells: Ctrl+Z takes all of it back at once where Excel can do that
 * (https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities).
 *
 * @param step in the web workbook, calls that share it are one undo step; `null`: Ctrl+Z does not take it back
 */
export async function inOneUndoStep<T>(
  work: (context: ExcelContext) => Promise<T>,
  step: object | null = {},
): Promise<T> {
  const excel = excelApi();
  const grid = excel?.recordedAs?.(step);
  if (grid !== undefined) return onWorkbook(work, toRefusal, grid);
  if (excel === undefined || !supportsExcelApi('1.20')) return onWorkbook(work);
  await whenOpen();
  try {
    return await excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, work);
  } catch (thrown) {
    // Whatever compares before it writes can begin again.
    if (excelCodeOf(thrown) === 'UndoNotSupported') return onWorkbook(work);
    throw toRefusal(thrown);
  }
}

/** The same for what Ctrl+Z does not take back in the web workbook. Excel decides that itself. */
export function outsideUndo<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  return onWorkbook(work, toRefusal, excelApi()?.recordedAs?.(null));
}

/** Codes of `OfficeExtension.Error`: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling. */
export function excelCodeOf(thrown: unknown): string {
  const { code } = (thrown ?? {}) as { readonly code?: unknown };
  return thrown instanceof TraceError || typeof code !== 'string' ? '' : code;
}

/** Too much for one call (Excel on the web carries 5 MB each way), or more merged areas than Excel reports. */
export function isTooMuch(thrown: unknown): boolean {
  return /PayloadSizeLimitExceeded|InvalidArgument|InvalidOperation|GeneralException|ResponseTooLarge/.test(
    excelCodeOf(thrown),
  );
}

/** The sheet, or the cells of a password-protected one. */
function isDenied(thrown: unknown): boolean {
  return excelCodeOf(thrown) === 'AccessDenied';
}

/** Not these cells, but the whole workbook or the connection to it. */
export function isOfWorkbook(thrown: unknown): boolean {
  return /^(ItemNotFound|ApiNot|ActivityLimit|MemoryLimit|HostRestart|Inactive|InvalidOperationIn|RequestAborted|ServiceNot|Unauth)/.test(
    excelCodeOf(thrown),
  );
}

export function isGone(thrown: unknown): boolean {
  return excelCodeOf(thrown) === 'ItemNotFound';
}

/** How Excel itself tells its error, with the code first. `null`: it is no error of Excel. */
function wordsOf(thrown: unknown): string | null {
  const code = excelCodeOf(thrown);
  if (code === '') return null;
  const message = String((thrown as { readonly message?: unknown }).message);
  return message.startsWith(code) ? message : `${code}: ${message}`;
}

/** The sentence for an error of Excel. */
export function toRefusal(thrown: unknown): unknown {
  const message = wordsOf(thrown);
  if (message === null) return thrown;
  if (isGone(thrown)) return new TraceError('sheetGone', {});
  if (isDenied(thrown)) return new TraceError('cellsProtected', {});
  return new TraceError('workbookRefused', { message });
}
