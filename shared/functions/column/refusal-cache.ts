import { now, random, type ClientPorts } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import { isErrorCode, TRAITS } from '../../errors/traits';
import { shownKey, write } from '../../lookup/cache';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import type { RecordsPorts } from '../../lookup/ports';
import { STORED_PREFIX } from '../../records/stored-prefix';
import type { Task } from '../../task';
import { isNameQuestion } from '../names/name-verdict';

/** As long as Google's cache keeps anything, which is longer than any refusal lasts. */
const KEEP_STAMP_SECONDS = 21_600;
const STAMP_KEY = `${STORED_PREFIX}|!agreed`;

type Outcomes = ReadonlyMap<string, LookupOutcome>;
type Writing = Task<void, Pick<RecordsPorts, 'cachePut'>>;
type Cached = ReadonlyMap<string, string>;

/** What the sentence of a refusal may need. */
interface Facts {
  readonly credits?: number;
  readonly limit?: number;
  readonly status?: number;
  readonly operation?: string;
}

/** The cache keys of refusals. The stamp changes with everything that the user approves. */
export function refusalKeys(accountId: string, kind: LookupKind, identifiers: readonly string[]): readonly string[] {
  return [STAMP_KEY, ...identifiers.map((identifier) => refusalKey(accountId, kind, identifier))];
}

/** Refusals that would be repeated, with their sentences. */
export function readRefusals(
  accountId: string,
  kind: LookupKind,
  identifiers: readonly string[],
  cached: Cached,
): Outcomes {
  const stamp = cached.get(STAMP_KEY) ?? '';
  const refusals = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const text = cached.get(refusalKey(accountId, kind, identifier)) ?? '';
    const [code, credits, limit, status, operation, ...stamped] = text.split(' ');
    if (stamped.join(' ') !== stamp || rememberedMs(code, kind, identifier) === null) continue;
    // The text is shown, and an editor of the file may have written it.
    if (!/^[\w.]+$/.test(operation!)) continue;
    const facts = { credits: Number(credits), limit: Number(limit), status: Number(status), operation, message: '' };
    refusals.set(identifier, { is: 'failed', error: new TraceError(code as keyof typeof TRAITS, facts) });
  }
  return refusals;
}

/** Saves refusals until they expire, or the user approves or retries. */
export function* keepRefusals(accountId: string, kind: LookupKind, outcomes: Outcomes, cached: Cached): Writing {
  const byTime = new Map<number, Map<string, string>>();
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is !== 'failed') continue;
    const { code, facts } = outcome.error;
    const forMs = rememberedMs(code, kind, identifier);
    if (forMs === null) continue;
    const { credits = 0, limit = 0, status = 0, operation = '_' } = facts as Facts;
    const entries = byTime.get(forMs) ?? new Map<string, string>();
    byTime.set(forMs, entries);
    const text = [code, credits, limit, status, operation, cached.get(STAMP_KEY) ?? ''].join(' ');
    entries.set(refusalKey(accountId, kind, identifier), text);
  }
  for (const [forMs, entries] of byTime) yield* write(entries, forMs / 1_000);
}

const isOfAccount = (of: string): boolean => of === 'account' || of === 'credits';

/** How long a refusal is saved. `null`: not here, because it affects the whole account or is not worth saving. */
function rememberedMs(code: unknown, kind: LookupKind, identifier: string): number | null {
  const remembered = isErrorCode(code) ? TRAITS[code].remembered : undefined;
  if (remembered === undefined || isOfAccount(remembered.of)) return null;
  const isOfName = remembered.of === 'name';
  return !isOfName || (kind === 'rows' && isNameQuestion(identifier)) ? remembered.forMs : null;
}

/** Drops every refusal, because the user approved, changed a limit or retried. */
export function* forgetRefusals(): Task<void, Pick<ClientPorts, 'now' | 'random'> & Pick<RecordsPorts, 'cachePut'>> {
  const stamp = `${yield* now()}.${yield* random()}`;
  yield* write(new Map([[STAMP_KEY, stamp]]), KEEP_STAMP_SECONDS);
}

function refusalKey(accountId: string, kind: LookupKind, identifier: string): string {
  return shownKey(accountId, `!waits|${kind}`, identifier);
}
