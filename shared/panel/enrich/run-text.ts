import type { SkipReason, Skipped } from '../../enrich/plan/plan';
import type { RunPrice } from '../../enrich/plan/price';
import { countFailed } from '../../enrich/answers/failures';
import type { Enrichment } from '../../enrich/enrichment';
import { isDone, summaryOf, type Running } from './run-stage';
import type { Answered, Progress } from '../../enrich/sheet/run-events';
import type { TraceError } from '../../errors/trace-error';
import { mostOfRest } from '../../credits/action-prices';
import { count, toCreditsText } from '../common/words';
import { inBrackets, toDoubtText } from '../common/credits-used';

const REASONS: Readonly<Record<SkipReason, string>> = {
  blank: 'blank row',
  unusable: 'no usable domain',
  hidden: 'hidden row',
  formula: 'the cell has a formula',
  merged: 'merged cell',
  notEmpty: 'the cell is not empty',
  richText: 'undo could not restore its formatted or linked text',
};

/** How many rows or cells are left alone, and why. */
export function toSkippedText(reason: SkipReason, skipped: readonly Skipped[]): string {
  const areRows = skipped.every(({ column }) => column === null);
  return `${areRows ? count(skipped.length, 'row', 'rows') : count(skipped.length, 'cell', 'cells')} skipped: ${REASONS[reason]}`;
}

/** Cells and rows that will not be written, grouped by reason. */
export function byReason(skipped: readonly Skipped[]): readonly (readonly [SkipReason, readonly Skipped[]])[] {
  const groups = new Map<SkipReason, Skipped[]>();
  for (const each of skipped) {
    const group = groups.get(each.reason);
    if (group === undefined) groups.set(each.reason, [each]);
    else group.push(each);
  }
  return [...groups];
}

/** The price of a run in a few words. */
export function toMostText({ quote, most }: Pick<RunPrice, 'quote' | 'most'>): string {
  if (most === 0) return 'Free: you already have these answers';
  if (most !== null) return `Up to ${toCreditsText(most)}`;
  if (quote.leastCredits === 0) return '1 credit for each partner found';
  return `Up to ${toCreditsText(quote.leastCredits)}, plus 1 for each partner of unknown number`;
}

/** The same where there is little room. @param limit in credits; `null`: none */
export function toShortPrice({ most }: Pick<RunPrice, 'most'>, limit: number | null): string {
  if (most === 0) return 'Free';
  const upTo = Math.min(most ?? Infinity, limit ?? Infinity);
  return upTo === Infinity ? 'Set a limit first' : `Up to ${toCreditsText(upTo)}`;
}

export function toRunText({ rows, done }: Pick<Progress, 'rows' | 'done'>): string {
  return `${done.toLocaleString('en-US')} of ${count(rows, 'row', 'rows')}`;
}

/** While no row of these answers is written yet. */
export function toAnsweredText({ answers }: Answered): string {
  return `${count(answers, 'answer', 'answers')} received`;
}

/** What a run that is paused has paid for and not written. */
export function toSavedText(credits: number): string {
  return `Answers worth ${toCreditsText(credits)} are saved; resuming them is free.`;
}

/** The same while names are searched. */
export function toSearchedText({ rows, done }: Pick<Progress, 'rows' | 'done'>): string {
  return `Searched ${done.toLocaleString('en-US')} of ${count(rows, 'name', 'names')}`;
}

/** The speed of an enrichment and the time left; `''`: unknown yet. */
export function toPaceText({ rows, done, rowsPerMinute }: Pick<Progress, 'rows' | 'done' | 'rowsPerMinute'>): string {
  if (rowsPerMinute === 0) return '';
  const left = (rows - done) / rowsPerMinute;
  const time = left < 1 ? 'less than a minute left' : `about ${count(Math.ceil(left), 'minute', 'minutes')} left`;
  return `${count(rowsPerMinute, 'row', 'rows')} a minute, ${time}`;
}

/** What an enrichment has cost so far: `12 of up to 50`; `null`: nothing is known before its first answers. */
export function toUsedText({
  progress,
  answered,
  limit,
}: Pick<Running, 'progress' | 'answered' | 'limit'>): string | null {
  const used = (progress ?? answered)?.credits;
  if (used === undefined) return null;
  const say = (credits: number): string => credits.toLocaleString('en-US');
  return limit === null ? say(used) : `${say(used)} of up to ${say(limit)}`;
}

/** The most it was allowed to cost: a limit that was raised replaces a lower quote. */
function boundOf({ head, spent }: Enrichment): number {
  const { limit, used } = spent;
  const most = Math.min(head.quoted, limit ?? head.quoted);
  return used > most ? Math.max(limit ?? 0, used) : most;
}

/** How many rows of an enrichment were found or not. */
export function toRowsText(enrichment: Enrichment): string {
  const summary = summaryOf(enrichment);
  const say = (number: number): string => number.toLocaleString('en-US');
  const others: readonly (readonly [number, string])[] = [
    [summary.notTracked, 'not tracked by Trace'],
    [summary.noData, 'without data'],
    [summary.filled.length, 'filled by someone else'],
    [summary.unsure.length, 'left alone'],
    [summary.open, 'not done yet'],
    [summary.unusable, 'skipped without a usable domain'],
    [countFailed(summary.failed), 'failed'],
  ];
  const parts = others.flatMap(([rows, words]) => (rows === 0 ? [] : [`${say(rows)} ${words}`]));
  const found = `Found ${say(summary.found)} of ${count(summary.rows, 'row', 'rows')}`;
  return `${[found, ...parts].join(', ')}.`;
}

/**
 * How many rows of an enrichment were found or not, and what it cost.
 *
 * @param why it paused; `null`: nothing is known of that
 */
export function toResultText(enrichment: Enrichment, why: TraceError | null): string {
  const { failed } = summaryOf(enrichment);
  const { used, unsure: unconfirmed } = enrichment.spent;
  const say = (number: number): string => number.toLocaleString('en-US');
  const unsure = unconfirmed === 0 ? '' : `, ${say(unconfirmed)} unconfirmed${inBrackets(toDoubtText(why, failed))}`;
  const credits = `Credits used: ${say(used - unconfirmed)} (limit ${say(boundOf(enrichment))})${unsure}.`;
  return `${toRowsText(enrichment)} ${credits}`;
}

/** Who pays when an enrichment continues, and how much: it may be another person than the one who started it. */
export function toPayerText(enrichment: Enrichment): string {
  if (isDone(enrichment)) return '';
  const { limit, used, unsure } = enrichment.spent;
  const most = mostOfRest(limit, used, unsure);
  // For a limit that is used up, the raise says what it may cost.
  const upTo = most === 0 ? '' : `, up to ${toCreditsText(most)} more`;
  return `The key in this panel pays for the remaining rows${upTo}.`;
}

/** A share in whole percent, such as `52%`; a part of one percent is `<1%`. */
export function toShareText(rows: number, of: number): string {
  const percent = Math.round((100 * rows) / Math.max(1, of));
  return percent === 0 && rows > 0 ? '<1%' : `${percent}%`;
}
