import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { performAction } from '../../../shared/actions/perform';
import type { ActionMessages, ActionName } from '../../../shared/actions/protocol';
import { say } from '../../../shared/errors/say';
import { toTraceError } from '../../../shared/errors/trace-error';
import { json, MemoryHost } from '../../fakes/memory-host';

/** A host whose service answers each operation with its own list of exchanges; the last one serves for all further. */
export function hostWith(answers: Readonly<Record<string, readonly Exchange[]>>): MemoryHost {
  const asked = new Map<string, number>();
  return new MemoryHost(({ operation }: HttpRequest) => {
    const list = answers[operation] ?? [];
    const turn = asked.get(operation) ?? 0;
    asked.set(operation, turn + 1);
    return list[Math.min(turn, list.length - 1)] ?? json(404, { detail: 'Not Found' });
  });
}

/** What an action answers. */
export async function perform<N extends ActionName>(
  host: MemoryHost,
  name: N,
  given: ActionMessages[N]['given'],
): Promise<ActionMessages[N]['value']> {
  const value = await performAction(host.performers, name, JSON.parse(JSON.stringify(given)));
  return value as ActionMessages[N]['value'];
}

/** The sentence with which an action ends. */
export async function sentenceOf(host: MemoryHost, name: unknown, given: unknown): Promise<string> {
  try {
    return `no problem: ${JSON.stringify(await performAction(host.performers, name, given))}`;
  } catch (thrown) {
    return say(toTraceError(thrown), 'action');
  }
}

/** Each request as one line: method, path and body. */
export const linesOf = (host: MemoryHost): readonly string[] =>
  host.requests.map(({ method, path, body }) =>
    body === undefined ? `${method} ${path}` : `${method} ${path} ${JSON.stringify(body)}`,
  );

/** `company-1.example` and on. */
export const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_domain, index) => `company-${index + 1}.example`);

export const NOT_FOUND = json(404, { detail: { error: 'list_not_found', message: 'No list.' } });
export const READ_ONLY = json(403, { error: 'list_access_denied', message: 'No.' });
