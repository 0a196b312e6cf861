import type { ParamSpec } from '../catalogue/types';
import { TraceError } from '../errors/trace-error';
import { hasApiKey } from '../errors/mask-keys';
import { isLoading } from './inputs';
import { isBlank, type CellValue } from './values';

/**
 * One trimmed text, such as a query or an id; `''` if the cell is blank. Throws the problem of its cell, or
 * `oneInputOnly` for more than one.
 *
 * @param param the parameter's name and example, for the sentence
 */
export function readTextArgument(received: CellValue, param: Pick<ParamSpec, 'name' | 'example'>): string {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  if (cells.length > 1) throw new TraceError('oneInputOnly', { rows: cells.length });
  const [cell] = cells;
  if (isBlank(cell)) return '';
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'bigint') {
    throw new TraceError('textExpected', { parameter: param.name, example: param.example });
  }
  const text = String(cell).trim();
  if (hasApiKey(text)) throw new TraceError('inputIsApiKey', {});
  if (text.startsWith('#')) throw new TraceError('inputIsError', { input: text });
  if (isLoading(text)) throw new TraceError('inputIsLoading', { input: text });
  return text;
}
