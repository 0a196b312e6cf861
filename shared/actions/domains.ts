import { readInput } from '../cells/inputs';
import { readDomain } from '../cells/identifier';
import { TraceError } from '../errors/trace-error';
import { BATCH_SIZE } from '../lookup/read-replies';

/** Inputs that cannot be domains, and why. */
export interface RefusedDomain {
  readonly given: string;
  readonly error: TraceError;
}

export interface GivenDomains {
  /** Normalized, without repeats, in the order given. */
  readonly domains: readonly string[];
  readonly refused: readonly RefusedDomain[];
}

/** 100 requests: as much as one action can do and a page can show. */
export const MAX_DOMAINS = 10_000;

const EXPECTED = 'a list of up to 10,000 domains, such as stripe.com';

/** Reads domains and skips blanks. Throws `actionMalformed` if nothing is left or the input is not a list. */
export function readDomains(given: unknown): GivenDomains {
  if (!Array.isArray(given) || given.length > MAX_DOMAINS)
    throw new TraceError('actionMalformed', { expected: EXPECTED });
  const domains = new Set<string>();
  const refused: RefusedDomain[] = [];
  for (const value of given as readonly unknown[]) {
    const input = readInput(value);
    if (input.is === 'blank') continue;
    if (input.is === 'problem') refused.push({ given: input.given, error: input.error });
    else if (readDomain(input.identifier) !== null) domains.add(input.identifier);
    // A slug is valid only in a path.
    else refused.push({ given: input.given, error: new TraceError('inputIsNotADomain', { input: input.given }) });
  }
  if (domains.size + refused.length === 0) throw new TraceError('actionMalformed', { expected: EXPECTED });
  return { domains: [...domains], refused };
}

/** Splits domains into parts of one request each. */
export function inParts(domains: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < domains.length; start += BATCH_SIZE) parts.push(domains.slice(start, start + BATCH_SIZE));
  return parts;
}
