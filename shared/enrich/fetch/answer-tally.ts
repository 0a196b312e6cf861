import { chargedCompanies } from '../../credits/charges';
import type { LookupKind, LookupOutcome } from '../../records/outcome';

/**
 * Counts the answers of an enrichment since it began or continued: how many arrived, and the value of those that no
 * row shows yet.
 */
export class AnswerTally {
  private came = 0;
  /** By the company that was asked for: the companies that its answers were charged for. */
  private readonly unshown = new Map<string, readonly string[]>();

  get answers(): number {
    return this.came;
  }

  /** In credits, each company once. */
  get worth(): number {
    return new Set([...this.unshown.values()].flat()).size;
  }

  /**
   * Notes answers that have arrived and are saved. Answers of lists are counted; the names of their companies are
   * unknown.
   */
  note(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>): void {
    for (const [identifier, outcome] of outcomes) {
      if (outcome.is !== 'found' && outcome.is !== 'notTracked') continue;
      this.came += 1;
      const charged = kind === 'rows' ? [] : chargedCompanies(kind, identifier, outcome);
      if (charged.length === 0) continue;
      this.unshown.set(identifier, [...(this.unshown.get(identifier) ?? []), ...charged]);
    }
  }

  /** Notes that rows now show the answers about these companies. */
  show(identifiers: Iterable<string>): void {
    for (const identifier of identifiers) this.unshown.delete(identifier);
  }
}
