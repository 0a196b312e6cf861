import { makeSandbox } from '../../sandbox/index';
import type { FunctionId } from '../../shared/catalogue/index';
import type { Table } from '../../shared/cells/values';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { toWireRequest } from '../../shared/client/request';
import type { ColumnPorts, FormulaPorts } from '../../shared/functions/ports';
import type { FetchPorts } from '../../shared/lookup/ports';
import { runAsync, type Async } from '../../shared/task';
import { callFunction } from '../../shared/functions/call';
import { MemoryHost } from './memory-host';
import type { Reach } from './sandbox-ports';

const ORIGIN = 'http://sandbox.invalid';
const API_KEY = 'trace_demo';

/** A host whose service is its own sandbox in this process: the service's own ledger shows what formulas cost. */
export class SandboxHost {
  private readonly memory = new MemoryHost(() => ({ ok: false, reason: 'outOfTime' }));
  private readonly sandbox = makeSandbox({ now: () => this.memory.nowMs });
  private readonly performers: Async<FetchPorts & FormulaPorts & ColumnPorts> = {
    ...this.memory.performers,
    http: ({ requests }) => Promise.all(requests.map((request) => this.exchange(request))),
    lookup: (asked) => runAsync(this.memory.newFormula().answer(asked), this.performers),
  };

  /** @param reach `null`: its own sandbox */
  constructor(private readonly reach: Reach | null = null) {}

  /** Removes all undocumented routes from the service. */
  async showDocumentedOnly(): Promise<void> {
    const body = JSON.stringify({ fault: 'assumed-routes-missing', times: null });
    const headers = { 'Content-Type': 'application/json' };
    await this.sandbox.app.request('/_sandbox/faults', { method: 'POST', headers, body });
  }

  /** Paths of the requests so far. */
  readonly paths: string[] = [];

  ask(id: FunctionId, ...args: readonly unknown[]): Promise<Table> {
    return runAsync(callFunction(id, args), this.performers);
  }

  /** Companies that the service has charged, a credit each. */
  async charged(): Promise<number> {
    const response = await this.sandbox.app.request('/_sandbox/ledger');
    return ((await response.json()) as { readonly chargedCompanies: number }).chargedCompanies;
  }

  private async exchange(request: HttpRequest): Promise<Exchange> {
    const { url, ...sent } = toWireRequest(request, this.reach?.origin ?? ORIGIN, API_KEY);
    this.paths.push(request.path);
    const response = await (this.reach?.fetch(url, sent) ?? this.sandbox.app.request(url, sent));
    const { status, headers } = response;
    return { ok: true, response: { status, retryAfter: headers.get('Retry-After'), text: await response.text() } };
  }
}
