import { keyClassOf } from '../shared/formulas';
import type { Call } from './calls/call';
import type { Settings } from './known';

/** A call as it is announced: what it may cost, or why it is not made. */
export interface PlannedCall {
  readonly call: Call;
  readonly credits: number;
  /** `null`: the call is made. */
  readonly skipped: string | null;
}

export function planCalls(calls: readonly Call[], settings: Settings, apiKey: string): readonly PlannedCall[] {
  return calls.map((call) => {
    const skipped = whySkipped(call, settings, apiKey);
    return { call, credits: skipped === null ? call.credits(settings) : 0, skipped };
  });
}

export function totalCredits(plan: readonly PlannedCall[]): number {
  return plan.reduce((sum, { credits }) => sum + credits, 0);
}

function whySkipped(call: Call, settings: Settings, apiKey: string): string | null {
  const isOfLists = call.operation.name.startsWith('lists.');
  // https://docs.tracedata.ai/authentication/: list operations accept only a user key.
  if (isOfLists && keyClassOf(apiKey) === 'organization') return 'lists need the key of a user, not of an organization';
  if (call.changes === true && !settings.withWrites) return 'it changes something: --with-writes';
  return call.skip?.(settings) ?? null;
}
