import type { HttpRequest } from '../client/exchange';
import { addListDomains, excludeListDomains } from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { inParts, type GivenDomains, type RefusedDomain } from './domains';
import { ACTION_LASTS_MS, askFor } from './send-action';
import { requireUserKey } from './lists';

/** The outcome for the domains of one request. */
export type DomainsPart =
  /** `answer`: as the service worded it. */
  | { readonly is: 'done'; readonly domains: readonly string[]; readonly answer: unknown }
  | { readonly is: 'failed'; readonly domains: readonly string[]; readonly error: TraceError }
  /** Not sent, so it must be given again. */
  | { readonly is: 'unsent'; readonly domains: readonly string[] };

export interface ChangedDomains {
  readonly parts: readonly DomainsPart[];
  readonly refused: readonly RefusedDomain[];
}

export async function addDomains(ports: ActionPorts, listId: string, given: GivenDomains): Promise<ChangedDomains> {
  return changeDomains(ports, listId, given, addListDomains);
}

export async function excludeDomains(ports: ActionPorts, listId: string, given: GivenDomains): Promise<ChangedDomains> {
  return changeDomains(ports, listId, given, excludeListDomains);
}

/**
 * A part that fails does not stop the others, unless they would all fail in the same way. Parts for which time runs
 * out stay unsent.
 */
async function changeDomains(
  ports: ActionPorts,
  listId: string,
  { domains, refused }: GivenDomains,
  toRequest: (listId: string, domains: readonly string[]) => HttpRequest,
): Promise<ChangedDomains> {
  await requireUserKey(ports);
  const deadlineMs = (await ports.now()) + ACTION_LASTS_MS;
  const parts: DomainsPart[] = [];
  let isStopped = false;
  for (const part of inParts(domains)) {
    if (isStopped || (await ports.now()) > deadlineMs) {
      parts.push({ is: 'unsent', domains: part });
      continue;
    }
    try {
      const answer = await askFor(ports, toRequest(listId, part), new TraceError('listUnknown', { listId }));
      parts.push({ is: 'done', domains: part, answer });
    } catch (thrown) {
      const error = toTraceError(thrown);
      parts.push({ is: 'failed', domains: part, error });
      const { ends } = traitsOf(error);
      isStopped = ends === 'all' || ends === 'route' || ends === 'list';
    }
  }
  return { parts, refused };
}
