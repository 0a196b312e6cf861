import { sleep } from '../client/ports';
import type { FetchPorts, Lookup } from '../lookup/ports';
import type { Account } from '../records/ports';
import { ask, type Task } from '../task';
import { lookupsOf, type KnownFormula } from './dry-run';
import type { ColumnPorts } from './ports';

/** How long to wait for more formulas to ask, and how often at most. */
const GATHERS_MS = 350;
const GATHERINGS = 5;
/** How often nothing new has come before it goes: what others have left in one place is left again after a while. */
const QUIET = 2;

/**
 * The formulas to fetch for: those of the column where this one can be read, and otherwise what others have left too.
 * Its neighbors are like it, so it waits for them to ask. Where there was no time to read all of the column, those that
 * have asked meanwhile are among them: they would give up before the rest is read. Where it alone has no answer, its
 * neighbors may be calculated too, and show their last ones.
 *
 * @param own the formula itself, where it is known
 */
export function* gatherFormulas(
  own: KnownFormula | null,
  payer: Account,
  asked: Lookup,
): Task<readonly KnownFormula[], FetchPorts & ColumnPorts> {
  const { formulas: column, isWhole } = yield* ask<ColumnPorts, 'columnFormulas'>({ ask: 'columnFormulas' });
  const isRead = lookupsOf(column, payer).some(
    ({ kind, identifiers }) => kind === asked.kind && asked.identifiers.every((each) => identifiers.includes(each)),
  );
  if (own === null) return column;
  if (isRead && isWhole) return [...column, own];
  const isOwn = (each: KnownFormula): boolean => toText(each) === toText(own);
  if (isRead && !column.every(isOwn)) {
    return [...column, ...(yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' })), own];
  }
  let left = yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' });
  for (let [round, quiet] = [0, 0]; round < GATHERINGS && quiet < (left.length > 1 ? QUIET : 1); round += 1) {
    yield* sleep(GATHERS_MS);
    const known = new Set(left.map(toText));
    left = yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' });
    quiet = left.every((each) => known.has(toText(each))) ? quiet + 1 : 0;
  }
  // Alone, it asks one look-up after the other: a guess that its answer makes needless is not made.
  return left.every(isOwn) ? column : [...column, ...left, own];
}

/** Arguments that are left out at the end make no difference. */
function toText({ id, args }: KnownFormula): string {
  return JSON.stringify([id, args]).replace(/(,null)+\]\]$/, ']]');
}
