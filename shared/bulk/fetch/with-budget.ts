import { chargedCompanies } from '../../credits/charges';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import type { Grant } from '../../credits/ledger';
import { peek } from '../../lookup/ports';
import { sleep } from '../../client/ports';
import type { EffectOf, Task } from '../core-ports';
import type { ErrorCode } from '../../errors/trace-error';
import { askGrid, type RunTask } from '../sheet/ports';
import { holdFile, RENEW_AFTER_MS } from '../sheet/file-lease';
import { lookupName, type Purse } from '../../credits/run-budget';

export interface Watching {
  readonly purse: Purse;
  /** `''`: nothing is written, so the file is not held. */
  readonly holder: string;
  readonly kind: LookupKind;
  /** What one look-up costs at most, in credits. */
  readonly mostOf: (identifier: string) => number;
}

/** Does a task's work, tells when it waits, and keeps the purse by what its answers cost. */
export function* watch<T>(task: Task<T>, { purse, holder, kind, mostOf }: Watching): RunTask<T> {
  const begun = new Set<string>();
  try {
    let step = task.next();
    while (!step.done) {
      let effect = step.value;
      if (effect.ask === 'sleep' && effect.delayMs >= 1_000) {
        yield* askGrid<'tell'>({ ask: 'tell', event: { is: 'waiting', delayMs: effect.delayMs } });
        if (holder !== '') effect = { ask: 'sleep', delayMs: yield* waitHolding(holder, effect.delayMs) };
      }
      let answer: unknown;
      try {
        // A thousand lists, each of which is a request, take longer than any hold.
        if (effect.ask === 'http' && holder !== '') yield* holdFile(holder);
        answer = yield effect;
      } catch (error) {
        step = task.throw(error);
        continue;
      }
      if (effect.ask === 'reserve') {
        const grant = answer as Grant;
        const paid = yield* paidOf(grant, kind, purse);
        for (const identifier of grant.refused.keys()) purse.end(lookupName(kind, identifier));
        for (const identifier of grant.granted) {
          const name = lookupName(kind, identifier);
          begun.add(name);
          if (paid.has(identifier)) purse.end(name);
          else purse.begin(name, mostOf(identifier));
        }
      }
      if (effect.ask === 'settle') settle(effect, answer, purse);
      step = task.next(answer);
    }
    return step.value;
  } finally {
    for (const name of begun) purse.end(name);
  }
}

/** Renews the hold of the file all the while. @returns how long is still to be waited */
function* waitHolding(holder: string, delayMs: number): RunTask<number> {
  let leftMs = delayMs;
  for (; leftMs > RENEW_AFTER_MS; leftMs -= RENEW_AFTER_MS) {
    yield* holdFile(holder);
    yield* sleep(RENEW_AFTER_MS);
  }
  yield* holdFile(holder);
  return leftMs;
}

/** Which of the companies cost nothing: nothing has to be set aside for them. */
function* paidOf({ granted, credits }: Grant, kind: LookupKind, { left }: Purse): RunTask<ReadonlySet<string>> {
  if (kind !== 'company' || left === null || credits === granted.length) return new Set();
  return (yield* peek(kind, granted)).paid;
}

/** After one of these the service may have charged what it was asked for. */
const MAY_BE_CHARGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['timedOut', 'unreadable', 'leftOut']);

/** What was in doubt has been charged once, whenever that was; so it counts whatever the books say. */
function settle({ kind, outcomes }: EffectOf<'settle'>, answer: unknown, purse: Purse): void {
  let isDoubtful = false;
  for (const [identifier, outcome] of outcomes) {
    const name = lookupName(kind, identifier);
    const wasInDoubt = purse.doubtOf(name) > 0;
    if (outcome.is === 'failed' && MAY_BE_CHARGED.has(outcome.error.code)) purse.doubt(name);
    else purse.end(name);
    if (!wasInDoubt) continue;
    isDoubtful = true;
    resolve(purse, kind, identifier, outcome);
  }
  if (isDoubtful) return;
  purse.spend(typeof answer === 'number' ? answer : estimate(kind, outcomes, purse));
}

/** A failure says nothing of what was charged. */
export function resolve(purse: Purse, kind: LookupKind, identifier: string, outcome: LookupOutcome): void {
  if (outcome.is !== 'found' && outcome.is !== 'notTracked') return;
  // Under a limit the company itself was looked up before its partners.
  const isListed = outcome.is === 'found' && 'isListed' in outcome.record;
  const own = kind === 'partners' && purse.left !== null && !isListed ? 1 : 0;
  const charged = chargedCompanies(kind, identifier, outcome).length;
  purse.resolve(lookupName(kind, identifier), Math.max(0, charged - own));
}

function estimate(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>, { charged }: Purse): number {
  const before = charged.size;
  for (const [identifier, outcome] of outcomes) {
    for (const company of chargedCompanies(kind, identifier, outcome)) charged.add(company);
  }
  return charged.size - before;
}
