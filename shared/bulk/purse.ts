import { chargedCompanies } from '../lookup/charges';
import type { EffectOf, Task } from '../effects';
import { askGrid, type RunTask } from './grid';
import { holdFile } from './lease';

/** What a run may spend and has spent, in credits. */
export interface Purse {
  used: number;
  /** `null`: no limit. */
  left: number | null;
  /** Companies that this part of the run has been charged for, where the host does not tell. */
  readonly charged: Set<string>;
}

/**
 * Does a task's work, tells when it waits, and keeps the purse by what its answers cost.
 *
 * @param holder `''`: nothing is written, so the file is not held
 */
export function* watch<T>(task: Task<T>, purse: Purse, holder: string): RunTask<T> {
  let step = task.next();
  while (!step.done) {
    const effect = step.value;
    if (effect.ask === 'sleep' && effect.delayMs >= 1_000) {
      yield* askGrid<'tell'>({ ask: 'tell', event: { is: 'waiting', delayMs: effect.delayMs } });
      if (holder !== '') yield* holdFile(holder, effect.delayMs);
    }
    let answer: unknown;
    try {
      answer = yield effect;
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    if (effect.ask === 'settle') spend(purse, typeof answer === 'number' ? answer : estimate(effect, purse));
    step = task.next(answer);
  }
  return step.value;
}

function spend(purse: Purse, credits: number): void {
  purse.used += credits;
  if (purse.left !== null) purse.left = Math.max(0, purse.left - credits);
}

function estimate({ kind, outcomes }: EffectOf<'settle'>, { charged }: Purse): number {
  const before = charged.size;
  for (const [identifier, outcome] of outcomes) {
    for (const company of chargedCompanies(kind, identifier, outcome)) charged.add(company);
  }
  return charged.size - before;
}
