import { makeSandbox } from '../../sandbox/index';
import { toRunPorts, type RunPorts } from '../../shared/enrich/sheet/ports';
import { toWireRequest } from '../../shared/client/request';
import { MemoryGrid } from './memory-grid';
import { MemoryHost } from './memory-host';

const ORIGIN = 'http://sandbox.invalid';

/** Reaches its own service under an address. */
export interface Reach {
  readonly origin: string;
  readonly fetch: (url: string, sent: object) => Promise<Response>;
}

/**
 * The ports of a panel whose service is a sandbox in this process: the service's own ledger shows what is charged.
 */
export class SandboxPorts {
  readonly memory = new MemoryHost(() => ({ ok: false, reason: 'outOfTime' }));
  readonly paths: string[] = [];
  /** Whether requests arrive at all. */
  isOffline = false;
  readonly ports: RunPorts;
  private readonly sandbox = makeSandbox({ now: () => this.memory.nowMs });

  /** @param reach `null`: its own sandbox */
  constructor(
    apiKey = 'trace_demo',
    cells: readonly (readonly string[])[] = [],
    private readonly reach: Reach | null = null,
  ) {
    const client = {
      ...this.memory.performers,
      http: async ({ requests }: { readonly requests: readonly Parameters<typeof toWireRequest>[0][] }) =>
        Promise.all(
          requests.map(async (request) => {
            if (this.isOffline) return { ok: false, reason: 'unreachable' } as const;
            const { url, ...sent } = toWireRequest(request, this.at(''), apiKey);
            this.paths.push(request.path);
            try {
              const { status, headers, text } = await this.ask(url, sent);
              return { ok: true, response: { status, retryAfter: headers.get('Retry-After'), text } } as const;
            } catch {
              return { ok: false, reason: 'unreachable' } as const;
            }
          }),
        ),
    };
    this.ports = toRunPorts(new MemoryGrid(cells).portsWith(client), { wish: () => 'goOn', tell: () => undefined });
  }

  /** Sends a control request to the sandbox: `faults`, `reset`. */
  async control(order: string, body: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    await this.ask(this.at(`/_sandbox/${order}`), { method: 'POST', body: JSON.stringify(body), headers });
  }

  /** Companies that the service has charged, a credit each. */
  async charged(): Promise<number> {
    const { text } = await this.ask(this.at('/_sandbox/ledger'), {});
    return (JSON.parse(text) as { readonly chargedCompanies: number }).chargedCompanies;
  }

  private at(path: string): string {
    return `${this.reach?.origin ?? ORIGIN}${path}`;
  }

  private async ask(url: string, sent: object) {
    const response = await (this.reach?.fetch(url, sent) ?? this.sandbox.app.request(url, sent));
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}
