import { readInput } from '../../cells/inputs';
import { isOtherTitle } from './column-title';
import { mayBeName } from './name-cell';
import type { GridValue } from '../sheet/cell-values';

/** The first cells of a column, enough to see what it contains. */
export interface SampledColumn {
  /** From 0. */
  readonly column: number;
  readonly values: readonly GridValue[];
}

/** Notes and descriptions contain occasional domains. */
const LEAST_SHARE = 0.5;

/**
 * The column with the most domains, web addresses or email addresses; the first if there is a tie. `null`: none
 * consists mostly of them.
 */
export function findDomainColumn(columns: readonly SampledColumn[]): number | null {
  return mostDomains(columns.filter(({ values }) => isOfDomains(values)));
}

/** Whether most of its cells name companies by a domain; a title above them does not count. */
export function isOfDomains(values: readonly GridValue[]): boolean {
  const cells = values.filter((value) => value !== '');
  const domains = cells.filter(isDomain).length;
  const titles = cells.length > 0 && !isDomain(cells[0]!) ? 1 : 0;
  return domains > 0 && domains >= LEAST_SHARE * (cells.length - titles);
}

/** Whether a column may name companies at all: columns of numbers, sentences, people or places do not. */
export function mayHoldCompanies(values: readonly GridValue[]): boolean {
  if (isOfDomains(values)) return true;
  const [first, ...others] = values.filter((value) => value !== '');
  if (typeof first === 'string' && isOtherTitle(first)) return false;
  return (others.length === 0 && first !== undefined ? [first] : others).some((value) => {
    const input = readInput(value);
    return input.is === 'company' || (input.is === 'problem' && mayBeName(input));
  });
}

/** The column with the most domains, however few they are; `null`: there is no column. */
export function mostDomains(columns: readonly SampledColumn[]): number | null {
  let [found, most] = [null as number | null, -1];
  for (const { column, values } of columns) {
    const domains = values.filter(isDomain).length;
    if (domains > most) [found, most] = [column, domains];
  }
  return found;
}

/** A slug looks like any word, so only domains distinguish columns. */
function isDomain(value: GridValue): boolean {
  const input = readInput(value);
  return input.is === 'company' ? input.identifier.includes('.') : input.is === 'problem' && input.given.includes('@');
}
