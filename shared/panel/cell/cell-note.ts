import { NOT_TRACKED } from '../../cells/table';
import { asksAboutOne } from '../../cells/trace-calls';
import { PRICE_OF_NAME } from '../../credits/action-prices';
import type { ErrorCode } from '../../errors/codes';
import { helpFor, mayBeNameIn } from '../../errors/cell-traits';
import { DAY_MS } from '../../days';
import { mendedProblemOf, saysThatKeyIsMissing } from '../../errors/known-sentences';
import { withoutPlace } from '../../errors/sentences/place';
import { isCompanyName } from '../../errors/sentences/words';
import { suggestionIn } from '../../errors/suggestion-in';
import { count, cellName, cut, isolated, toDayText, toCreditsText, toPriceText } from '../common/words';
import { withName } from './mend-formula';
import type { CellPlace, SelectedCell } from './selected-cell';
import type { Receipt } from '../explore/receipt';

/** A text that a formula reads. */
export interface CellSource {
  readonly text: string;
  /** `null`: it is written in the formula. */
  readonly place: CellPlace | null;
}

/** What has to be looked up about the selected cell. Free. */
export interface CellDetails {
  /** The company that the cell is about; `null`: several, or none. */
  readonly input: CellSource | null;
  /** What else the formula reads, cell by cell. */
  readonly others: readonly CellSource[];
  /** `null`: no saved answer is behind the cell. */
  readonly receipt: Receipt | null;
  /** The company that was probably meant, if Trace does not track this one. */
  readonly nearest: string | null;
  readonly nowMs: number;
}

export const NO_DETAILS: CellDetails = { input: null, others: [], receipt: null, nearest: null, nowMs: 0 };

/** What mends a cell: at most one thing, which becomes the one button. */
export type CellFix =
  /** Enters something else where `from` still is: in the formula, or in the cell that it reads. */
  | { readonly is: 'replace'; readonly place: CellPlace; readonly from: string; readonly to: string }
  /** Looks for the company with this name, and then offers its domain in place of it. */
  | { readonly is: 'findDomain'; readonly name: string }
  /** `null`: the price is unknown here, so the user approves elsewhere. */
  | { readonly is: 'fetch'; readonly credits: number | null }
  | { readonly is: 'retry' }
  /** By hand, where the host can open the cell. */
  | { readonly is: 'edit' }
  | { readonly is: 'reconnect' }
  | { readonly is: 'key' };

/** What is said about the selected cell, and the button beside it. */
export interface CellNote {
  readonly is: 'answer' | 'problem';
  readonly text: string;
  readonly fix: CellFix | null;
  /** The label of the button; `''`: there is none. */
  readonly button: string;
  /** The problem that has a help page; `null`: none. */
  readonly code: ErrorCode | null;
}

/**
 * What the selected cell needs. `null`: nothing is to be said about it.
 *
 * @param details `null`: not read yet
 * @param mayApprove whether it helps if this user approves a price
 */
export function toCellNote(cell: SelectedCell, details: CellDetails | null, mayApprove = true): CellNote | null {
  const known = details ?? NO_DETAILS;
  if (cell.explained !== undefined) return { ...NO_FIX, is: 'problem', text: cell.explained.sentence };
  if (cell.disconnected !== undefined) {
    const fix = { is: 'reconnect' } as const;
    return { is: 'problem', text: DISCONNECTED[cell.disconnected], fix, button: labelOf(fix, cell), code: null };
  }
  if (cell.problem !== '') return toProblemNote(cell, known, mayApprove);
  if (cell.formula === '') return null;
  if (cell.value === NOT_TRACKED && known.input !== null) return toNotTracked(cell, known.input, known.nearest);
  if (known.receipt === null) return null;
  return { ...NO_FIX, is: 'answer', text: toReceiptText(known.receipt, known) };
}

const DISCONNECTED = {
  formula: 'This Trace formula came from another program and no longer updates.',
  spilled: 'This value came from a formula in Google Sheets. If it was a Trace formula, reconnect it.',
} as const;
const NO_FIX = { fix: null, button: '', code: null } as const;

function toProblemNote(cell: SelectedCell, details: CellDetails, mayApprove: boolean): CellNote {
  const code = cell.code ?? mendedProblemOf(cell.problem) ?? null;
  const fitting = fixFor(code, cell, details, mayApprove);
  // Without a formula, nothing can be entered again, so the user decides; a key can be set anyway.
  const fix = cell.formula === '' && fitting.is !== 'key' ? null : fitting;
  return {
    is: 'problem',
    text: withoutPlace(cell.problem),
    fix,
    button: fix === null ? '' : labelOf(fix, cell),
    code,
  };
}

/** The one table of what mends which problem. */
function fixFor(
  code: ErrorCode | null,
  cell: SelectedCell,
  { input, others }: CellDetails,
  mayApprove: boolean,
): CellFix {
  const { problem } = cell;
  const suggested = suggestionIn(problem);
  if (suggested !== null) {
    return replacing(cell, suggested.wrong, suggested.names[0]!, [input, ...others]) ?? { is: 'edit' };
  }
  if (mayBeNameIn(code)) {
    return input !== null && isCompanyName(input.text) ? { is: 'findDomain', name: input.text } : { is: 'edit' };
  }
  switch (helpFor(code)) {
    case 'key':
      return { is: 'key' };
    case 'retry':
      return { is: 'retry' };
    case 'fetch':
      // The sentence has the price of its own row, and the formula would fetch another row first.
      return { is: 'fetch', credits: mayApprove && asksAboutOne(cell.formula) ? creditsIn(problem) : null };
    case 'correct':
      return { is: 'edit' };
  }
}

/** In the formula if it is written there; otherwise in the cell that holds it. */
function replacing(
  { formula, holder }: SelectedCell,
  wrong: string,
  name: string,
  sources: readonly (CellSource | null)[],
): CellFix | null {
  const mended = withName(formula, wrong, name);
  if (mended !== null) return { is: 'replace', place: holder, from: formula, to: mended };
  const source = sources.find((each) => each?.text.trim().toLowerCase() === wrong.toLowerCase());
  if (source === undefined || source === null || source.place === null) return null;
  return { is: 'replace', place: source.place, from: source.text, to: name };
}

/** "Waiting for approval (1 credit)", "This cell needs 1,200 more". */
function creditsIn(sentence: string): number | null {
  const [, waiting, missing] = /\(([\d,]+) credits?\)|needs ([\d,]+) more/.exec(sentence) ?? [];
  const text = waiting ?? missing;
  return text === undefined ? null : Number(text.replace(/,/g, ''));
}

function toNotTracked(cell: SelectedCell, input: CellSource, nearest: string | null): CellNote {
  const given = isolated(cut(input.text, 60));
  const fix = nearest === null ? null : replacing(cell, input.text.trim(), nearest, [input]);
  return {
    is: 'problem',
    text: `Trace has no data on ${given}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
    fix,
    button: fix === null ? '' : labelOf(fix, cell, nearest ?? ''),
    code: null,
  };
}

/** @param domain that was found for the name which a formula reads */
export function toFoundNote(
  cell: SelectedCell,
  { input }: CellDetails,
  found: { readonly name: string; readonly domain: string; readonly country: string } | null,
): CellNote {
  const given = input === null ? '' : isolated(cut(input.text, 60));
  if (found === null) return { ...NO_FIX, is: 'problem', text: `Trace found no company named ${given}.` };
  const about = [found.name, found.country].filter((each) => each !== '').join(', ');
  const fix = input === null ? null : replacing(cell, input.text.trim(), found.domain, [input]);
  return {
    is: 'problem',
    text: `Trace found ${found.domain} (${isolated(about)}).`,
    fix,
    button: fix === null ? '' : labelOf(fix, cell, found.domain),
    code: null,
  };
}

function labelOf(fix: CellFix, cell: SelectedCell, name?: string): string {
  switch (fix.is) {
    case 'replace': {
      const used = name ?? suggestionIn(cell.problem)?.names[0] ?? '';
      const isElsewhere = fix.from !== cell.formula;
      return isElsewhere ? `Use “${used}” in ${cellName(fix.place.row, fix.place.column)}` : `Use “${used}”`;
    }
    case 'findDomain':
      return `Find domain (up to ${toCreditsText(PRICE_OF_NAME)})`;
    case 'fetch':
      return fix.credits === null ? 'Review' : `Fetch (${toCreditsText(fix.credits)})`;
    case 'retry':
      return 'Retry';
    case 'edit':
      return 'Edit formula';
    case 'reconnect':
      return 'Reconnect formulas';
    case 'key':
      return saysThatKeyIsMissing(cell.problem) ? 'Set key' : 'Check key';
  }
}

/** The company that the answer is about, the age of the answer, and its cost. */
function toReceiptText(receipt: Receipt, { input, nowMs }: CellDetails): string {
  const { answers, oldestMs, freeUntilMs, credits } = receipt;
  const about = input === null ? count(answers, 'saved answer', 'saved answers') : isolated(cut(input.text, 60));
  const until = freeUntilMs > nowMs ? `, free until ${toDayText(freeUntilMs)}` : '';
  return `${about} · ${toAgeText(nowMs - oldestMs)} · ${toPriceText(credits)}${until}`;
}

function toAgeText(ageMs: number): string {
  const days = Math.floor(Math.max(0, ageMs) / DAY_MS);
  if (days === 0) return 'fetched today';
  return `fetched ${count(days, 'day', 'days')} ago`;
}
