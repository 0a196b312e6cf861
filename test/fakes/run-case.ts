import { makeSandbox } from '../../sandbox/index';
import {
  findEnrichment,
  resumeEnrichment,
  keepEnrichment,
  startEnrichment,
  undoEnrichment,
  type EnrichmentEnd,
  type Found,
} from '../../shared/enrich/enrichment';
import type { Undone } from '../../shared/enrich/undo/undo';
import { writeDomains, type ConfirmedDomain, type WrittenDomains } from '../../shared/enrich/write-domains';
import type { Choice } from '../../shared/enrich/plan/column-spec';
import { planRun, type Plan } from '../../shared/enrich/plan/plan';
import { triage } from '../../shared/enrich/plan/triage';
import { toRunPorts, type PersonPort, type RunPorts } from '../../shared/enrich/sheet/ports';
import type { GridValue } from '../../shared/enrich/sheet/cell-values';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { toWireRequest } from '../../shared/client/request';
import { nameAnew } from './bulk-bench';
import { Crash } from './bulk-drive';
import { toResumption, withNumbers, type Ended, type Resumed } from './ended';
import { MemoryGrid } from './memory-grid';
import { MemoryHost } from './memory-host';
import { watched, type Asked, type Watch } from './watched-ports';

const DAYS_30 = 30 * 86_400_000;
const ORIGIN = 'http://sandbox.invalid';
const API_KEY = 'trace_demo';
/** The sandbox's initial balance. */
const BALANCE = 100_000;

export const NAME: readonly Choice[] = [{ adds: 'company', field: 'name' }];
export const PARTNERS: readonly Choice[] = [{ adds: 'partners', field: 'name', type: null }];

/** The next step of an enrichment. */
export type Step = 'request' | 'read' | 'find' | 'titles' | 'write' | 'save' | 'remove' | 'other';

/** What happens to a request on its way; the service has charged for it before its answer returns. */
export type Network = (send: () => Promise<Exchange>, nth: number, request: HttpRequest) => Promise<Exchange>;

export interface Wanted {
  readonly adds?: readonly Choice[];
  /** Credits; `null`: none is set. */
  readonly limit?: number | null;
  readonly inputColumn?: number;
  readonly where?: 'newColumns' | 'sameTitles';
  readonly mode?: 'onlyEmpty' | 'overwrite';
  /** Rows of the sheet; all by default. */
  readonly rows?: readonly number[];
}

/** What a user saw of the sheet when choosing the columns. */
interface Look {
  readonly cells: readonly (readonly GridValue[])[];
}

/**
 * One sheet and everything that can be done to it: the enrichment's own code, an in-memory sheet, and the sandbox,
 * whose ledger shows what was charged. Everything that tests of enrichments do goes through here.
 */
export class RunCase {
  readonly grid: MemoryGrid;
  readonly host = new MemoryHost(() => ({ ok: false, reason: 'unreachable' }));
  /** What users do right before a step, which waits for it. */
  before: (step: Step) => unknown = () => undefined;
  network: Network = (send) => send();
  requests: HttpRequest[] = [];
  private readonly sandbox = makeSandbox({ now: () => this.host.nowMs });

  constructor(values: readonly (readonly GridValue[])[]) {
    this.grid = new MemoryGrid(values);
    nameAnew(this.host);
  }

  /** The total credits that the service has charged. */
  async charged(): Promise<number> {
    const response = await this.sandbox.app.request('/_sandbox/ledger');
    return BALANCE - ((await response.json()) as { readonly balance: number }).balance;
  }

  look(): Look {
    return { cells: this.grid.values() };
  }

  plan({ adds = NAME, inputColumn = 0, where, mode, rows }: Wanted = {}, look: Look = this.look()): Promise<Plan> {
    const sorted = triage(
      look.cells.map((cells) => [cells[inputColumn] ?? '']),
      0,
    );
    return this.do((ports) =>
      planRun(ports, {
        sheet: 'sheet-1',
        inputColumn,
        headerRow: sorted.header?.row ?? null,
        rows: sorted.rows.filter(({ row }) => rows === undefined || rows.includes(row)),
        choices: adds,
        where: where ?? 'newColumns',
        mode: mode ?? 'onlyEmpty',
        isOverwriteConfirmed: mode === 'overwrite',
        withHidden: true,
      }),
    );
  }

  async run(wanted: Wanted = {}, plan?: Plan): Promise<Ended> {
    const end = await this.begin(wanted, plan);
    return this.do((ports) => withNumbers(ports, end));
  }

  async begin(wanted: Wanted = {}, plan?: Plan): Promise<EnrichmentEnd> {
    const cap = wanted.limit ?? null;
    const planned = plan ?? (await this.plan(wanted));
    return this.do((ports) => startEnrichment(ports, planned, { cap, quoted: 0, maxAgeMs: DAYS_30 }));
  }

  keep(): Promise<void> {
    return this.do(keepEnrichment);
  }

  /** Resumes as the user who began it. */
  resume(how: Resumed = {}): Promise<Ended> {
    return this.do(async (ports) => withNumbers(ports, await resumeEnrichment(ports, await toResumption(ports, how))));
  }

  goOn(how: Resumed = {}): Promise<EnrichmentEnd> {
    return this.do(async (ports) => resumeEnrichment(ports, await toResumption(ports, how)));
  }

  undo(): Promise<Undone> {
    return this.do(undoEnrichment);
  }

  reopen(): Promise<Found> {
    return this.do(findEnrichment);
  }

  writeDomains(column: number, confirmed: readonly ConfirmedDomain[]): Promise<WrittenDomains> {
    return this.do((ports) => writeDomains(ports, { sheet: 'sheet-1', column, headerRow: 0 }, confirmed));
  }

  /** Throws what {@link before} throws as a {@link Crash}: none of the errand's code continues. */
  private do<T>(errand: (ports: RunPorts) => Promise<T>): Promise<T> {
    const client = {
      ...this.host.performers,
      http: ({ requests }: { readonly requests: readonly HttpRequest[] }) =>
        Promise.all(requests.map((request) => this.send(request))),
    };
    return new Promise((resolve, reject) => {
      let isGone = false;
      const crash = (thrown: unknown): void => {
        isGone = true;
        reject(thrown instanceof Error ? thrown : new Crash());
      };
      const see = (asked: Asked): unknown => {
        try {
          return isGone ? undefined : this.before(stepOf(asked));
        } catch (thrown) {
          return crash(thrown);
        }
      };
      const watch: Watch = async (asked, act) => {
        const waits = see(asked);
        if (waits instanceof Promise) await waits;
        return isGone ? new Promise(() => undefined) : act();
      };
      const { person } = this.grid;
      const seen: PersonPort = {
        wish() {
          see({ ask: 'wish' });
          return person.wish();
        },
        tell(event) {
          see({ ask: 'tell', event });
          person.tell(event);
        },
      };
      void errand(toRunPorts(watched(this.grid.portsWith(client), watch), seen)).then(resolve, reject);
    });
  }

  private send(request: HttpRequest): Promise<Exchange> {
    this.requests.push(request);
    return this.network(() => this.ask(request), this.requests.length, request);
  }

  private async ask(request: HttpRequest): Promise<Exchange> {
    const { url, ...sent } = toWireRequest(request, ORIGIN, API_KEY);
    const response = await this.sandbox.app.request(url, sent);
    const { status, headers } = response;
    return { ok: true, response: { status, retryAfter: headers.get('Retry-After'), text: await response.text() } };
  }
}

function stepOf(asked: Asked): Step {
  switch (asked.ask) {
    case 'http':
      return 'request';
    case 'sheet.read':
      return 'read';
    case 'anchors.find':
      return 'find';
    case 'sheet.write':
      return asked.writing.rows[0] === 0 ? 'titles' : 'write';
    case 'record.make':
    case 'record.append':
      return 'save';
    case 'record.remove':
      return 'remove';
    default:
      return 'other';
  }
}

/** Answers that got lost after the service had charged for them. */
export const CUT_OFF: Exchange = { ok: false, reason: 'unreachable' };
export const MALFORMED: Exchange = { ok: true, response: { status: 200, retryAfter: null, text: '{"results":[{' } };
export const SERVER_ERROR: Exchange = { ok: true, response: { status: 500, retryAfter: null, text: '{}' } };
export const RATE_LIMITED: Exchange = { ok: true, response: { status: 429, retryAfter: '3600', text: '{}' } };

/** `company-1.example` and so on, each of which the sandbox tracks. */
export const companies = (count: number, from = 1): string[][] =>
  Array.from({ length: count }, (_row, at) => [`company-${from + at}.example`]);
