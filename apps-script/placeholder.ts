import { PROBLEM_MARK } from '../shared/formulas';

/** The formula and retry that a cell waits for. */
interface Awaited {
  readonly retry: string;
  /** Counted from 0. */
  readonly index: number;
}

/** How each begins. */
export const OUT_TEXT = 'This formula is being entered again.';
const ADVICE = `${OUT_TEXT} If this stays for ten minutes, open Trace on a computer to restore it.`;
const PLACEHOLDER = /^#TRACE: .*\[([0-9a-f]{8})\.(\d{1,6})\]$/;

/**
 * Stands in a cell while its formula is out, so that the formula finds its cell again after sorting or new rows, and so
 * that people know what to do.
 */
export function toPlaceholder({ retry, index }: Awaited): string {
  return `${PROBLEM_MARK}${ADVICE} ${toPlaceholderEnding(retry)}${index}]`;
}

/** What every placeholder of a retry contains, and no other text. */
export function toPlaceholderEnding(retry: string): string {
  return `[${retry}.`;
}

/** `null`: not a placeholder. */
export function readPlaceholder(value: unknown): Awaited | null {
  const [, retry, index] = (typeof value === 'string' ? PLACEHOLDER.exec(value) : null) ?? [];
  return retry === undefined || index === undefined ? null : { retry, index: Number(index) };
}
