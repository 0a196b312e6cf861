import { isNameQuestion, shownKey, TraceError, type LookupKind, type LookupOutcome } from '../shared/index';
import { writeCache } from './document-cache';

/** Cells that wait for a person's word are calculated again and again; each time the books would be read for nothing. */
const KEEP_SECONDS = 600;
/** A catalogue that fails is not asked by each cell of a column in turn. */
const KEEP_FAILED_NAME_SECONDS = 30;
/** Where Google has refused to write the books, it may do so for all cells of a sheet. */
const KEEP_REFUSED_SECONDS = 60;
const STAMP_KEY = 'trace1|!agreed';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** The cache's keys of what waits. The stamp changes with every word of a person. */
export function waitKeys(accountId: string, kind: LookupKind, identifiers: readonly string[]): readonly string[] {
  return [STAMP_KEY, ...identifiers.map((identifier) => waitKey(accountId, kind, identifier))];
}

/** What is known to wait, as its sentence. */
export function readWaits(
  accountId: string,
  kind: LookupKind,
  identifiers: readonly string[],
  cached: ReadonlyMap<string, string>,
): Outcomes {
  const stamp = cached.get(STAMP_KEY) ?? '';
  const waits = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const [code, credits, limit, ...stamped] = (cached.get(waitKey(accountId, kind, identifier)) ?? '').split(' ');
    const why = kind === 'rows' ? toFailedName(code ?? '', Number(credits)) : null;
    if (why !== null) waits.set(identifier, { is: 'failed', error: why });
    if (stamped.join(' ') !== stamp) continue;
    const facts = { credits: Number(credits), limit: Number(limit) };
    if (code === 'waitsForConsent' || code === 'dailyLimitReached') {
      waits.set(identifier, { is: 'failed', error: new TraceError(code, facts) });
    } else if (code === 'limitNotKept') waits.set(identifier, { is: 'failed', error: new TraceError(code, {}) });
  }
  return waits;
}

/** Remembers what was refused, until a person agrees or ten minutes have passed. */
export function keepWaits(
  accountId: string,
  kind: LookupKind,
  outcomes: Outcomes,
  cached: ReadonlyMap<string, string>,
): void {
  const entries = new Map<string, string>();
  const failedNames = new Map<string, string>();
  let keepForSeconds = KEEP_SECONDS;
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is !== 'failed') continue;
    const { code, facts } = outcome.error;
    if (kind === 'rows' && isNameQuestion(identifier)) {
      const { status = 0 } = facts as { readonly status?: number };
      failedNames.set(waitKey(accountId, kind, identifier), `${code} ${status} 0 `);
    }
    if (code !== 'waitsForConsent' && code !== 'dailyLimitReached' && code !== 'limitNotKept') continue;
    if (code === 'limitNotKept') keepForSeconds = KEEP_REFUSED_SECONDS;
    const { credits = 0, limit = 0 } = facts as { readonly credits?: number; readonly limit?: number };
    const written = [code, credits, limit, cached.get(STAMP_KEY) ?? ''].join(' ');
    entries.set(waitKey(accountId, kind, identifier), written);
  }
  if (entries.size > 0) writeCache(entries, keepForSeconds);
  if (failedNames.size > 0) writeCache(failedNames, KEEP_FAILED_NAME_SECONDS);
}

/** Failures that the next cell would meet too; others are read as no wait. */
function toFailedName(code: string, status: number): TraceError | null {
  switch (code) {
    case 'unreachable':
    case 'timedOut':
    case 'unreadable':
      return new TraceError(code, {});
    case 'serviceFailed':
      return new TraceError(code, { status });
    case 'requestRefused':
      return new TraceError(code, { status, message: '' });
    default:
      return null;
  }
}

/** After this, whatever waits is decided anew. */
export function forgetWaits(): void {
  writeCache(new Map([[STAMP_KEY, Utilities.getUuid()]]), 21_600);
}

function waitKey(accountId: string, kind: LookupKind, identifier: string): string {
  return shownKey(accountId, `!waits|${kind}`, identifier);
}
