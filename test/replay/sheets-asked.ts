import type { KnownAnswers } from './known-answers';
import type { Billed } from './model-api';
import type { Verdict } from './verdict';
import { FORMULAS, identifierOf, type Cell, type FormulaName } from './workbook';

const DAY_MS = 86_400_000;
/** Google's cache drops what is older; a minute is left for what a calculation takes. */
const CACHED_MS = 6 * 3_600_000 - 60_000;
/** Times of what was shown are kept in minutes. */
const MINUTES_MS = 120_000;

/** What formulas have shown, and whether what is asked for had to be asked for. */
export class SheetsAsked {
  /** What formulas of one kind have shown and the spreadsheet has kept, by account, formula and identifier. */
  private readonly shown = new Map<string, number>();
  private keeper = '';

  constructor(
    private readonly known: KnownAnswers,
    private readonly verdict: Verdict,
  ) {}

  /** What a run that fetched something has shown is kept with the spreadsheet, for one account. */
  noteShown(
    accountId: string,
    cells: readonly Cell[],
    learnt: KnownAnswers,
    asked: readonly string[],
    nowMs: number,
  ): void {
    if (this.keeper !== accountId) this.shown.clear();
    this.keeper = accountId;
    for (const { formula, input } of cells) {
      const identifier = identifierOf(input);
      if (identifier === null || !asked.includes(identifier)) continue;
      const isKnown = learnt.isFound(accountId, FORMULAS[formula].lookup, identifier);
      if (isKnown) this.shown.set(`${accountId}|${formula}|${identifier}`, nowMs);
    }
  }

  /** @param cells that may ask for it */
  check(
    accountId: string,
    { operation: kind, charged }: Billed,
    identifier: string,
    cells: readonly Cell[],
    nowMs: number,
  ): void {
    const name = `${kind}|${identifier}`;
    const wanting = new Set<FormulaName>(
      cells.flatMap(({ input, formula }) =>
        FORMULAS[formula].lookup === kind && identifierOf(input) === identifier ? [formula] : [],
      ),
    );
    if (wanting.size === 0) this.verdict.fail(`${name} is asked for, and no cell asks for it`);
    const isYoung = wanting.has('young');
    const maxAgeMs = Math.min(CACHED_MS, isYoung ? DAY_MS : Infinity);
    if (this.known.isFresh(accountId, kind, identifier, maxAgeMs, nowMs)) {
      this.verdict.fail(`${name} is fresh, and asked for`);
    }
    const ages = [...wanting].map((formula) => {
      const shownMs = this.shown.get(`${accountId}|${formula}|${identifier}`);
      return shownMs === undefined ? Infinity : nowMs - shownMs;
    });
    const isShown = ages.every((age) => age < (isYoung ? DAY_MS : 30 * DAY_MS) - MINUTES_MS);
    if (isShown) this.verdict.fail(`${name} has been shown, is fresh, and asked for`);
    const number = Number(/^company-(\d+)/.exec(identifier)?.[1] ?? 0);
    if (!isYoung && charged.includes(number) && ages.every((age) => age < Infinity)) {
      this.verdict.fail(`${name} has been shown and is paid for again`);
    }
  }
}
