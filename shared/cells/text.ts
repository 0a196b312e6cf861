import { TraceError } from '../errors';
import { hasApiKey } from '../mask-keys';
import { isLoading } from './inputs';
import { isBlank, isDate, type CellValue } from './values';

/**
 * One text, such as a query or an id, trimmed; `''` where it is blank. Throws what is wrong with the cell it comes from,
 * and `oneInputOnly` for more than one.
 */
export function readTextArgument(received: CellValue): string {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  if (cells.length > 1) throw new TraceError('oneInputOnly', { rows: cells.length });
  const [cell] = cells;
  if (isBlank(cell)) return '';
  if (isDate(cell)) throw new TraceError('inputIsDate', {});
  const text = String(cell).trim();
  if (hasApiKey(text)) throw new TraceError('inputIsApiKey', {});
  if (text.startsWith('#')) throw new TraceError('inputIsError', { input: text });
  if (isLoading(text)) throw new TraceError('inputIsLoading', { input: text });
  return text;
}
