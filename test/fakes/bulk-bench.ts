import type { Choice } from '../../shared/enrich/plan/column-spec';
import { planRun, type Plan, type PlanRequest } from '../../shared/enrich/plan/plan';
import {
  findEnrichment,
  resumeEnrichment,
  keepEnrichment,
  startEnrichment,
  undoEnrichment,
  type Agreement,
  type Found,
} from '../../shared/enrich/enrichment';
import type { Undone } from '../../shared/enrich/undo/undo';
import { triage } from '../../shared/enrich/plan/triage';
import type { GridValue } from '../../shared/enrich/sheet/cell-values';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { drive, type Pick } from './bulk-drive';
import { toResumption, withNumbers, type Ended, type Resumed } from './ended';
import type { Asked } from './watched-ports';
import { MemoryGrid } from './memory-grid';
import { json, MemoryHost } from './memory-host';

export const DAYS_30 = 30 * 86_400_000;
export const INDUSTRY: readonly Choice[] = [{ adds: 'company', field: 'industry' }];
export const TWO: readonly Choice[] = [
  { adds: 'company', field: 'industry' },
  { adds: 'company', field: 'employee_count' },
];

/** The service's answer about a company: `x3.example` is in `Industry x3`; it does not track `none.example`. */
export function companyOf(domain: string): object | null {
  if (domain.startsWith('none')) return null;
  const name = domain.split('.')[0]!;
  return { slug: name, name, primary_domain: domain, industry: `Industry ${name}`, employee_count: name.length };
}

export function api(request: HttpRequest): Exchange {
  const { domains } = request.body as { domains: readonly string[] };
  if (request.operation !== 'companies.batch') return json(404, { detail: 'Not Found' });
  const results = domains.map((domain) => {
    const company = companyOf(domain);
    return { domain, status: company === null ? 'not_tracked' : 'found', company };
  });
  return json(200, { results });
}

export const domainsOf = ({ body }: HttpRequest): readonly string[] => (body as { domains: readonly string[] }).domains;

/** Whether a request writes rows of the table, not its titles. */
export const isRowWrite = (asked: Asked): boolean => asked.ask === 'sheet.write' && asked.writing.rows[0] !== 0;

/** Gives each enrichment and each holder its own name, although waits are as long as a test says. */
export function nameAnew(host: MemoryHost): void {
  let asked = 0;
  Object.assign(host.performers, { random: () => host.random + (asked += 1) / 2 ** 40 });
}

/** A file with a table at its first cell, and its host. */
export class Bench {
  readonly grid: MemoryGrid;
  readonly host: MemoryHost;
  /** The order in which simultaneous requests of an enrichment are performed. */
  pick: Pick = () => 0;
  constructor(values: readonly (readonly GridValue[])[], answer: (request: HttpRequest) => Exchange = api) {
    this.grid = new MemoryGrid(values);
    this.host = new MemoryHost(answer);
    nameAnew(this.host);
  }

  async plan(choices: readonly Choice[] = INDUSTRY, request: Partial<PlanRequest> = {}): Promise<Plan> {
    const cells = this.grid.values().map((row) => [row[request.inputColumn ?? 0] ?? '']);
    const { header, rows } = triage(cells, 0);
    return await drive(
      (ports) =>
        planRun(ports, {
          sheet: 'sheet-1',
          inputColumn: 0,
          headerRow: header?.row ?? null,
          rows,
          choices,
          where: 'newColumns',
          mode: 'onlyEmpty',
          isOverwriteConfirmed: false,
          withHidden: true,
          ...request,
        }),
      this.host,
      this.grid,
    );
  }

  async start(given?: Plan, agreed: Partial<Agreement> = {}): Promise<Ended> {
    const plan = given ?? (await this.plan());
    return await this.do(async (ports) =>
      withNumbers(ports, await startEnrichment(ports, plan, { cap: null, quoted: 0, maxAgeMs: DAYS_30, ...agreed })),
    );
  }

  /** Starts another once the previous one is kept. */
  async startNext(plan?: Plan, agreed?: Partial<Agreement>): Promise<Ended> {
    await this.do(keepEnrichment);
    return await this.start(plan, agreed);
  }

  async resume(how: Resumed = {}): Promise<Ended> {
    return await this.do(async (ports) =>
      withNumbers(ports, await resumeEnrichment(ports, await toResumption(ports, how))),
    );
  }

  undo(): Promise<Undone> {
    return this.do(undoEnrichment);
  }

  find(): Promise<Found> {
    return this.do(findEnrichment);
  }

  do<T>(errand: Parameters<typeof drive<T>>[0]): Promise<T> {
    return drive(errand, this.host, this.grid, this.pick);
  }

  /** Requests that look companies up. */
  get requests(): number {
    return this.host.requests.length;
  }

  /** Companies that were asked for, including repeats. */
  get asked(): readonly string[] {
    return this.host.requests.flatMap(domainsOf);
  }
}
