import { makeSandbox } from '../../sandbox/index';
import type { AsyncPerformers } from '../../shared/enrich/core-ports';
import { toRunPorts, type RunPorts } from '../../shared/enrich/sheet/ports';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { toWireRequest } from '../../shared/client/request';
import { MemoryGrid } from './memory-grid';
import { MemoryHost } from './memory-host';

const ORIGIN = 'http://sandbox.invalid';
const API_KEY = 'trace_demo';

/** The ports of a panel whose service is its own sandbox in this process. */
export class PanelSandbox {
  readonly memory = new MemoryHost(() => ({ ok: false, reason: 'outOfTime' }));
  readonly grid = new MemoryGrid([['Domain']]);
  /** Paths of the requests so far, with their queries. */
  readonly paths: string[] = [];
  /** What happens to a request instead; `null`: the sandbox answers it. */
  instead: (request: HttpRequest) => Exchange | null = () => null;
  /** What arrives in place of an answer of the sandbox. */
  after: (request: HttpRequest, exchange: Exchange) => Exchange = (_request, exchange) => exchange;
  /** How far the service's clock is ahead of this computer's. */
  serviceAheadMs = 0;
  /** How many answers get lost on the way, after the service has charged for them. */
  lost = 0;
  private readonly sandbox = makeSandbox({ now: () => this.memory.nowMs + this.serviceAheadMs });

  readonly client: AsyncPerformers = {
    ...this.memory.performers,
    http: ({ requests }) => Promise.all(requests.map((request) => this.exchange(request))),
  };

  readonly ports: RunPorts = toRunPorts(this.grid.portsWith(this.client), {
    wish: () => this.grid.wish,
    tell: () => undefined,
  });

  /** Companies that the service has charged according to its own ledger, a credit each. */
  async charged(): Promise<number> {
    const response = await this.sandbox.app.request('/_sandbox/ledger');
    return ((await response.json()) as { readonly chargedCompanies: number }).chargedCompanies;
  }

  async order(order: string, body: object): Promise<void> {
    const sent = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    await this.sandbox.app.request(`/_sandbox/${order}`, sent);
  }

  private async exchange(request: HttpRequest): Promise<Exchange> {
    this.paths.push(request.path);
    const instead = this.instead(request);
    if (instead !== null) return instead;
    const { url, ...sent } = toWireRequest(request, ORIGIN, API_KEY);
    const response = await this.sandbox.app.request(url, sent);
    if (this.lost > 0) {
      this.lost -= 1;
      return { ok: false, reason: 'timedOut' };
    }
    const { status, headers } = response;
    const text = await response.text();
    return this.after(request, { ok: true, response: { status, retryAfter: headers.get('Retry-After'), text } });
  }
}
