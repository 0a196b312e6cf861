import { chargedCompanies } from '../../credits/charges';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import type { Grant } from '../../credits/ledger';
import { peek } from '../../lookup/ports';
import { sleep } from '../../client/ports';
import { runAsync, type Asked } from '../../task';
import type { AsyncPerformers, CorePorts, Task } from '../core-ports';
import type { RunPorts } from '../sheet/ports';
import { holdFile, RENEW_AFTER_MS } from '../sheet/file-lease';
import { lookupName, type Purse } from '../../credits/run-budget';

/** What a budget is kept by while one request for records is under way. */
export interface Budgeting {
  readonly purse: Purse;
  /** `''`: nothing is written, so the file is not held. */
  readonly holder: string;
  readonly kind: LookupKind;
  /** What one look-up costs at most, in credits. */
  readonly mostOf: (identifier: string) => number;
}

/** Does a task, tells when it waits, holds the file meanwhile, and keeps the purse by what its answers cost. */
export async function withBudget<T>(ports: RunPorts, task: Task<T>, budgeting: Budgeting): Promise<T> {
  const { purse, holder, kind, mostOf } = budgeting;
  const { client, person } = ports;
  const begun = new Set<string>();
  const own: AsyncPerformers = {
    ...client,
    async http(effect) {
      // A thousand lists, each of which is a request, take longer than any hold.
      if (holder !== '') await holdFile(ports, holder);
      return client.http(effect);
    },
    async sleep({ delayMs }) {
      if (delayMs >= LONG_MS) person.tell({ is: 'waiting', delayMs });
      const isHeld = delayMs >= LONG_MS && holder !== '';
      await client.sleep({ delayMs: isHeld ? await waitHolding(ports, holder, delayMs) : delayMs });
    },
    async reserve(effect) {
      const grant = await client.reserve(effect);
      const paid = await paidOf(ports, grant, kind, purse);
      for (const identifier of grant.refused.keys()) purse.end(lookupName(kind, identifier));
      for (const identifier of grant.granted) {
        const name = lookupName(kind, identifier);
        begun.add(name);
        if (paid.has(identifier)) purse.end(name);
        else purse.begin(name, mostOf(identifier));
      }
      return grant;
    },
    async settle(effect) {
      const charged = await client.settle(effect);
      settle(effect, charged, purse);
      return charged;
    },
  };
  try {
    return await runAsync(task, own);
  } finally {
    for (const name of begun) purse.end(name);
  }
}

/** Nobody needs to be told of less. */
const LONG_MS = 1_000;

/** Renews the hold of the file all the while. @returns how long is still to be waited */
async function waitHolding(ports: RunPorts, holder: string, delayMs: number): Promise<number> {
  let leftMs = delayMs;
  for (; leftMs > RENEW_AFTER_MS; leftMs -= RENEW_AFTER_MS) {
    await holdFile(ports, holder);
    await ports.perform(sleep(RENEW_AFTER_MS));
  }
  await holdFile(ports, holder);
  return leftMs;
}

/** Which of the companies cost nothing: nothing has to be set aside for them. */
async function paidOf(
  ports: RunPorts,
  { granted, credits }: Grant,
  kind: LookupKind,
  { left }: Purse,
): Promise<ReadonlySet<string>> {
  if (kind !== 'company' || left === null || credits === granted.length) return new Set();
  return (await ports.perform(peek(kind, granted))).paid;
}

/** What was in doubt has been charged once, whenever that was; so it counts whatever the books say. */
function settle({ kind, outcomes }: Asked<CorePorts, 'settle'>, answer: unknown, purse: Purse): void {
  let isDoubtful = false;
  for (const [identifier, outcome] of outcomes) {
    const name = lookupName(kind, identifier);
    const wasInDoubt = purse.doubtOf(name) > 0;
    // Whichever of its answers was lost: the last error alone says too little.
    if (outcome.is === 'failed' && (outcome.inDoubt ?? 0) > 0) purse.doubt(name);
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
