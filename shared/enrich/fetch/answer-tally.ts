import { chargedCompanies } from '../../credits/charges';
import type { LookupKind, LookupOutcome } from '../../records/outcome';

/** The answers of a run since it began or went on: how many came, and what those are worth that no row shows yet. */
export class AnswerTally {
  private came = 0;
  /** By the company that was asked for: those that its answers were charged for. */
  private readonly unshown = new Map<string, readonly string[]>();

  get answers(): number {
    return this.came;
  }

  /** In credits, each company once. */
  get worth(): number {
    return new Set([...this.unshown.values()].flat()).size;
  }

  /** Answers that have come and are saved. Those of lists are counted; their companies are not known by name. */
  note(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>): void {
    for (const [identifier, outcome] of outcomes) {
      if (outcome.is !== 'found' && outcome.is !== 'notTracked') continue;
      this.came += 1;
      const charged = kind === 'rows' ? [] : chargedCompanies(kind, identifier, outcome);
      if (charged.length === 0) continue;
      this.unshown.set(identifier, [...(this.unshown.get(identifier) ?? []), ...charged]);
    }
  }

  /** Rows show the answers about these companies now. */
  show(identifiers: Iterable<string>): void {
    for (const identifier of identifiers) this.unshown.delete(identifier);
  }
}
