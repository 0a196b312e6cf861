import {
  isErrorCode,
  isNameQuestion,
  shownKey,
  TraceError,
  TRAITS,
  type LookupKind,
  type LookupOutcome,
} from '../shared/index';
import { writeCache } from './document-cache';

const STAMP_KEY = 'trace1|!agreed';

type Outcomes = ReadonlyMap<string, LookupOutcome>;
type Cached = ReadonlyMap<string, string>;

/** The numbers that the sentence of a refusal may need. */
interface Numbers {
  readonly credits?: number;
  readonly limit?: number;
  readonly status?: number;
}

/** The cache's keys of what waits. The stamp changes with every word of a person. */
export function waitKeys(accountId: string, kind: LookupKind, identifiers: readonly string[]): readonly string[] {
  return [STAMP_KEY, ...identifiers.map((identifier) => waitKey(accountId, kind, identifier))];
}

/** What was refused and would be refused again, as its sentence. */
export function readWaits(
  accountId: string,
  kind: LookupKind,
  identifiers: readonly string[],
  cached: Cached,
): Outcomes {
  const stamp = cached.get(STAMP_KEY) ?? '';
  const waits = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const text = cached.get(waitKey(accountId, kind, identifier)) ?? '';
    const [code, credits, limit, status, ...stamped] = text.split(' ');
    if (stamped.join(' ') !== stamp || rememberedMs(code, kind, identifier) === null) continue;
    const facts = { credits: Number(credits), limit: Number(limit), status: Number(status), message: '' };
    waits.set(identifier, { is: 'failed', error: new TraceError(code as keyof typeof TRAITS, facts) });
  }
  return waits;
}

/** Remembers what was refused, until a person agrees or tries again, or its time has passed. */
export function keepWaits(accountId: string, kind: LookupKind, outcomes: Outcomes, cached: Cached): void {
  const byTime = new Map<number, Map<string, string>>();
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is !== 'failed') continue;
    const { code, facts } = outcome.error;
    const forMs = rememberedMs(code, kind, identifier);
    if (forMs === null) continue;
    const { credits = 0, limit = 0, status = 0 } = facts as Numbers;
    const entries = byTime.get(forMs) ?? new Map<string, string>();
    byTime.set(forMs, entries);
    const text = [code, credits, limit, status, cached.get(STAMP_KEY) ?? ''].join(' ');
    entries.set(waitKey(accountId, kind, identifier), text);
  }
  for (const [forMs, entries] of byTime) writeCache(entries, forMs / 1_000);
}

/** `null`: what met all of an account is remembered elsewhere, and all else not at all. */
function rememberedMs(code: unknown, kind: LookupKind, identifier: string): number | null {
  const remembered = isErrorCode(code) ? TRAITS[code].remembered : undefined;
  if (remembered === undefined || remembered.of === 'account') return null;
  return remembered.of === 'lookup' || (kind === 'rows' && isNameQuestion(identifier)) ? remembered.forMs : null;
}

/** After this, whatever waits is decided anew. */
export function forgetWaits(): void {
  writeCache(new Map([[STAMP_KEY, Utilities.getUuid()]]), 21_600);
}

function waitKey(accountId: string, kind: LookupKind, identifier: string): string {
  return shownKey(accountId, `!waits|${kind}`, identifier);
}
