import { problemIn, problemOfText, withoutPrefix } from '../../shared/panel';
import { isErrorCode, type CustomFunctionError, type ErrorCode } from './custom-functions';

/** What one cell will show: a value, perhaps with a number format, or an error with the sentence that explains it. */
export type CellResult =
  | { readonly is: 'value'; readonly value: string | number | boolean; readonly numberFormat?: string }
  | {
      readonly is: 'error';
      readonly code: ErrorCode;
      readonly sentence: string;
      /** The name of the problem among its kind, which its help page has; `''`: none was given. */
      readonly problem: string;
    };

/** What a cell shows instead of an answer, and why. */
export interface ResultProblem {
  /** An error, or a text: then a formula may show more around it. */
  readonly shown: string;
  readonly isText: boolean;
  readonly sentence: string;
  /** The name of its help page; `''`: it has none. */
  readonly problem: string;
}

/** `null`: it is an answer, or an error without a sentence. */
export function toProblem(result: CellResult): ResultProblem | null {
  if (result.is === 'error') {
    const { code, sentence, problem } = result;
    return sentence === '' ? null : { shown: code, isText: false, sentence, problem };
  }
  const { value } = result;
  if (typeof value !== 'string' || problemIn(value, false) === null) return null;
  const sentence = withoutPrefix(value);
  return { shown: value, isText: true, sentence, problem: problemOfText(sentence) ?? '' };
}

/** A table of cells: rows of equal length, at least one row and one column. */
export type ResultTable = readonly [readonly CellResult[], ...(readonly CellResult[])[]];

/** What Excel shows while a promise is pending. */
export const PENDING_TABLE: ResultTable = [[{ is: 'value', value: '#BUSY!' }]];

/** A function's result as the cells that Excel would show: a table spills, anything else is one cell. */
export function toResultTable(returned: unknown): ResultTable {
  if (!Array.isArray(returned)) return [[toCellResult(returned)]];
  const rows = returned.map((row: unknown) => (Array.isArray(row) ? row.map(toCellResult) : [toCellResult(row)]));
  const [first, ...rest] = rows;
  if (first === undefined || first.length === 0 || rest.some((row) => row.length !== first.length)) {
    return [[errorResult('#VALUE!')]];
  }
  return [first, ...rest];
}

/** A thrown value. For a plain error Excel shows no sentence. */
export function toErrorTable(thrown: unknown): ResultTable {
  return [[isCustomFunctionError(thrown) ? toCellResult(thrown) : errorResult('#VALUE!')]];
}

/** Checked by shape, since the functions file and the page's own bundle may have different copies of the class. */
function isCustomFunctionError(value: unknown): value is CustomFunctionError {
  return value instanceof Error && 'code' in value && isErrorCode(value.code);
}

function toCellResult(value: unknown): CellResult {
  if (typeof value === 'string' || typeof value === 'boolean') return { is: 'value', value };
  if (typeof value === 'number') return Number.isFinite(value) ? { is: 'value', value } : errorResult('#NUM!');
  // Excel turns it into 0: https://github.com/OfficeDev/office-js/issues/1503
  if (value === null || value === undefined) return { is: 'value', value: 0 };
  if (isCustomFunctionError(value)) return errorResult(value.code, value.message, problemOf(value));
  return isTypedValue(value) ? toTypedResult(value) : errorResult('#VALUE!');
}

/**
 * Excel's typed values, reduced to the plain part that a grid can show. Source:
 * https://learn.microsoft.com/javascript/api/excel/excel.doublecellvalue.
 */
interface TypedValue {
  readonly type: string;
  readonly basicValue: unknown;
  readonly numberFormat?: unknown;
}

function isTypedValue(value: unknown): value is TypedValue {
  return typeof value === 'object' && value !== null && 'type' in value && 'basicValue' in value;
}

function toTypedResult({ basicValue, numberFormat }: TypedValue): CellResult {
  const plain = typeof basicValue === 'object' ? errorResult('#VALUE!') : toCellResult(basicValue);
  return plain.is === 'value' && typeof numberFormat === 'string' ? { ...plain, numberFormat } : plain;
}

function errorResult(code: ErrorCode, sentence = '', problem = ''): CellResult {
  return { is: 'error', code, sentence, problem };
}

function problemOf(error: CustomFunctionError): string {
  return 'problem' in error && typeof error.problem === 'string' ? error.problem : '';
}
