import { parseJson, readArray, readCount, readObject } from '../../client/json';
import type { RunPorts } from '../sheet/ports';
import { fromRuns, toRuns } from './number-ranges';
import type { RunBudget, Spent } from '../../credits/run-budget';
import { CODE_LENGTH } from '../sheet/cell-values';

/**
 * The part of the journal with the spent credits. It is separate, since it is also saved while a block is under way.
 */
export const BUDGET_PART = 'spent';

/** A row of the plan, by the code of its company. */
interface Coded {
  readonly code: string;
}

/** Most look-ups are of companies of the plan, and row numbers take few characters. */
function budgetToText({ settled, doubtful, sinceMs }: Spent, rows: readonly Coded[]): string {
  if (doubtful.size === 0) return JSON.stringify({ settled });
  const places = placesOf(rows);
  const groups: { kind: string; credits: number; places: number[]; codes: string }[] = [];
  let group = groups[0];
  for (const [name, credits] of doubtful) {
    const kind = name.charAt(0);
    // Most are of one group. Requests wait until this is written.
    if (group?.kind !== kind || group.credits !== credits) {
      group = groups.find((each) => each.kind === kind && each.credits === credits);
      if (group === undefined) groups.push((group = { kind, credits, places: [], codes: '' }));
    }
    const code = name.slice(1);
    const place = places.get(code);
    if (place === undefined) group.codes += code;
    else group.places.push(place);
  }
  const sorted = groups.map((group) => [
    group.kind,
    group.credits,
    toRuns(group.places.sort((a, b) => a - b)),
    group.codes,
  ]);
  return JSON.stringify({ settled, sinceMs, doubtful: sorted });
}

/** Computed once for each run: otherwise blocks would take longer the more rows the run has. */
const PLACES = new WeakMap<readonly Coded[], ReadonlyMap<string, number>>();

/** The first row that names a company, by its code. */
function placesOf(rows: readonly Coded[]): ReadonlyMap<string, number> {
  let places = PLACES.get(rows);
  if (places === undefined) {
    // Among rows with the same code, the first one comes last and stays.
    places = new Map(rows.map(({ code }, place) => [code, place] as const).reverse());
    PLACES.set(rows, places);
  }
  return places;
}

/**
 * Each look-up is named once. Otherwise a short text could name a few of them millions of times, and keep the panel busy
 * for hours. `null`: damaged.
 */
export function readBudget(text: string | undefined, rows: readonly Coded[]): Spent | null {
  const spent = readObject(parseJson(text ?? ''));
  const settled = readCount(spent?.['settled']);
  if (settled === null) return null;
  const doubtful = new Map<string, number>();
  for (const group of readArray(spent?.['doubtful']) ?? []) {
    const [kind, credits, runs, codes] = readArray(group) ?? [];
    const places = fromRuns(runs);
    // A negative number would raise what may still be spent.
    const isPrice = typeof credits === 'number' && readCount(credits) !== null;
    if (typeof kind !== 'string' || !isPrice || places === null || typeof codes !== 'string') return null;
    for (const place of places) {
      const { code } = rows[place] ?? {};
      if (code === undefined || doubtful.has(kind + code)) return null;
      doubtful.set(kind + code, credits);
    }
    for (let at = 0; at < codes.length; at += CODE_LENGTH) {
      doubtful.set(kind + codes.slice(at, at + CODE_LENGTH), credits);
    }
  }
  return { settled, doubtful, sinceMs: readCount(spent?.['sinceMs']) };
}

/** Saves the budget, together with anything else that has to be saved. */
export async function saveBudget(
  ports: RunPorts,
  budget: RunBudget,
  rows: readonly Coded[],
  others: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const note = budget.toNote();
  const parts = new Map([...others, [BUDGET_PART, budgetToText(note, rows)]]);
  await ports.journal.save(parts);
  budget.keptNote(note);
}
