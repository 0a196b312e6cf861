import { answerCall } from '../../../sandbox/answer-call';
import { keyClassOf } from '../../../sandbox/api-keys';
import { readFaultOrder } from '../../../sandbox/control-orders';
import { unknownPath } from '../../../sandbox/refusal';
import { toText, type Reply } from '../../../sandbox/reply';
import { readRequestBody } from '../../../sandbox/routes/request-body';
import type { Route } from '../../../sandbox/routes/route';
import { ROUTES } from '../../../sandbox/routes/table';
import { SandboxState } from '../../../sandbox/state';
import type { PageApi } from '../../replay/excel-page';
import type { ModelRequest } from '../../replay/model-api';
import type { SandboxFault } from '../sandbox-process';

/** A braced parameter matches one segment; fixed names come first, as in the sandbox itself. */
const PATTERNS = [...ROUTES]
  .sort((one, other) => (one.path < other.path ? -1 : 1))
  .map((route) => ({
    route,
    names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    pattern: new RegExp(`^/v1${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
  }));

/** The sandbox without a network and without waiting, for worlds with their own time. */
export class SandboxAtOnce implements PageApi {
  nowMs = 0;
  private readonly state = new SandboxState({ now: () => this.nowMs });

  get log(): readonly { readonly credits: number }[] {
    return this.state.books.log.read();
  }

  fault({ fault, ...settings }: SandboxFault): void {
    this.state.books.faults.switchOn(readFaultOrder({ fault, ...settings }));
  }

  answer({ method, path, apiKey, body }: ModelRequest): ReturnType<PageApi['answer']> {
    const url = new URL(path, 'http://sandbox.invalid');
    const { route, parameters } = findRoute(method, url.pathname);
    const { books } = this.state;
    const key = apiKey ?? undefined;
    const operation = 'answer' in route ? route.name : null;
    const entry = books.log.begin({ operation, method, path, keyClass: keyClassOf(key) });
    const sent = readRequestBody(body === undefined ? '' : JSON.stringify(body), 'application/json');
    const call = { url, parameters, body: sent, nowMs: books.clock.now(), books, route, apiKey: key };
    const { status, headers, body: told, sending, delayMs } = answerCall(call, books, entry);
    if (sending !== 'whole') return null;
    return { status, retryAfter: headers['retry-after'] ?? null, text: toText(told)?.text ?? '', delayMs };
  }
}

function findRoute(method: string, path: string): { route: Route | Reply; parameters: Record<string, string> } {
  for (const { route, names, pattern } of PATTERNS) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const values = found.slice(1).map((value) => decodeURIComponent(value));
    return { route, parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
  }
  return { route: unknownPath(), parameters: {} };
}
