import { TraceError } from '../../shared/formulas';
import { excelApi, type ExcelContext, type ExcelRuns } from '../excel-api';
import { supportsExcelApi } from '../office';
import { whenOpen } from '../panel/panel-open';

/**
 * Works on the workbook once the panel is open and the user is not typing into a cell, because Excel refuses until
 * then (https://learn.microsoft.com/office/dev/add-ins/excel/performance). Excel's refusals are thrown as sentences.
 *
 * @param toError what to throw for anything else
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
 * The same for work that only changes cells: Ctrl+Z reverts all of it at once if Excel supports that
 * (https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities).
 *
 * @param step in the web workbook, calls that share it are one undo step; `null`: Ctrl+Z does not revert it
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
    // The work compares before it writes, so it can start again.
    if (excelCodeOf(thrown) === 'UndoNotSupported') return onWorkbook(work);
    throw toRefusal(thrown);
  }
}

/** The same for work that Ctrl+Z does not revert in the web workbook. Excel decides that itself. */
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

/** Access is denied to the sheet, or to the cells of a password-protected one. */
function isDenied(thrown: unknown): boolean {
  return excelCodeOf(thrown) === 'AccessDenied';
}

/** Whether the failure concerns the whole workbook or the connection to it, not these cells. */
export function isOfWorkbook(thrown: unknown): boolean {
  return /^(ItemNotFound|ApiNot|ActivityLimit|MemoryLimit|HostRestart|Inactive|InvalidOperationIn|RequestAborted|ServiceNot|Unauth)/.test(
    excelCodeOf(thrown),
  );
}

export function isGone(thrown: unknown): boolean {
  return excelCodeOf(thrown) === 'ItemNotFound';
}

/** Excel's own error message, with its code first. `null`: not an error of Excel. */
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
