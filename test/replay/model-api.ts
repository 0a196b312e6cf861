import { numberOfDomain, numberOfSlug, partnersOf, toBatched, toCompany, toEnriched } from './model-companies';

/**
 * The part of the Trace API that lookups use, in a few lines and without a network: companies by number, a ledger for
 * each organization, faults that wait for the next request. It shares tests with the sandbox, not code.
 */

const FREE_FOR_MS = 30 * 86_400_000;
const MOST_DOMAINS = 100;

/** The organization of each key that works. */
const ORGANIZATIONS: ReadonlyMap<string, string> = new Map([
  ['trace_demo', 'one'],
  ['trace_org_demo', 'one'],
  ['trace_other', 'other'],
]);

export const MODEL_FAULTS = [
  'rate-limited',
  'server-error',
  'dropped-connection',
  'malformed-json',
  'results-shuffled',
  'results-dropped',
  'results-doubled',
] as const;
export type ModelFault = (typeof MODEL_FAULTS)[number];

export interface ModelRequest {
  readonly method: string;
  /** Includes `/v1`, without the origin. */
  readonly path: string;
  readonly apiKey: string | null;
  readonly body: unknown;
}

export interface ModelResponse {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** One request and what it cost. */
export interface Billed {
  readonly operation: 'company' | 'partners';
  /** As asked for: domains, or one slug. */
  readonly asked: readonly string[];
  readonly apiKey: string;
  readonly organization: string;
  readonly atMs: number;
  readonly status: number;
  readonly fault: ModelFault | null;
  /** The companies that were charged for just now. */
  readonly charged: readonly number[];
}

type Outcome = { readonly status: number; readonly body: unknown; readonly retryAfter?: string };

export class ModelApi {
  nowMs = Date.UTC(2026, 5, 15, 12);
  /** Each meets one request. */
  readonly faults: ModelFault[] = [];
  retryAfterSeconds = 1;
  readonly log: Billed[] = [];
  private readonly balances = new Map<string, number>();
  private readonly paidAtMs = new Map<string, number>();

  /** @param credits of each organization */
  constructor(private readonly credits = 1_000_000) {}

  balanceOf(organization: string): number {
    return this.balances.get(organization) ?? this.credits;
  }

  setBalance(organization: string, credits: number): void {
    this.balances.set(organization, credits);
  }

  /** `null`: the connection was dropped. */
  answer(request: ModelRequest): ModelResponse | null {
    const organization = ORGANIZATIONS.get(request.apiKey ?? '');
    const fault = this.faults.shift() ?? null;
    const charged: number[] = [];
    const outcome = instead(fault, this.retryAfterSeconds) ?? this.answerOrRefuse(request, organization, charged);
    const kind = /partnerships/.test(request.path) ? 'partners' : 'company';
    this.log.push({
      operation: kind,
      asked: askedOf(request),
      apiKey: request.apiKey ?? '',
      organization: organization ?? '',
      atMs: this.nowMs,
      status: outcome.status,
      fault,
      charged,
    });
    if (outcome.status === 0) return null;
    const text = JSON.stringify(spoil(outcome, fault));
    return {
      status: outcome.status,
      retryAfter: outcome.retryAfter ?? null,
      text: fault === 'malformed-json' && outcome.status === 200 ? text.slice(0, Math.floor(text.length / 2)) : text,
    };
  }

  private answerOrRefuse(request: ModelRequest, organization: string | undefined, charged: number[]): Outcome {
    const { method, path, body, apiKey } = request;
    const isBatch = path === '/v1/companies/batch';
    const isEnrichment = path === '/v1/enrich/partnerships';
    const [, identifier] = /^\/v1\/companies\/([^/?]+)$/.exec(path) ?? [];
    if (!isBatch && !isEnrichment && identifier === undefined) return { status: 404, body: { detail: 'Not Found' } };
    if ((method === 'GET') !== (identifier !== undefined && !isBatch)) {
      return { status: 405, body: { detail: 'Method Not Allowed' } };
    }
    if (apiKey === null) return { status: 401, body: { error: 'authentication_required', message: 'No key.' } };
    if (organization === undefined) return { status: 401, body: { error: 'invalid_api_key', message: 'No such key.' } };
    if (identifier !== undefined && !isBatch) return this.show(decodeURIComponent(identifier), organization, charged);
    const entries = readObject(body)['domains'];
    if (!Array.isArray(entries) || entries.length === 0 || !entries.every((entry) => typeof entry === 'string')) {
      return { status: 422, body: { detail: [{ type: 'missing', loc: ['body', 'domains'], msg: 'Field required' }] } };
    }
    if (entries.length > MOST_DOMAINS) {
      return { status: 400, body: { detail: { error: 'batch_too_large', message: 'At most 100 domains.' } } };
    }
    const domains = [
      ...new Set(
        entries.map((entry) =>
          entry
            .trim()
            .toLowerCase()
            .replace(/^www\./, ''),
        ),
      ),
    ].filter((entry) => entry.includes('.'));
    const numbers = domains.map(numberOfDomain);
    const ids = numbers.flatMap((number) =>
      number === null ? [] : isEnrichment ? [number, ...partnersOf(number)] : [number],
    );
    const refused = this.charge(organization, ids, charged);
    if (refused !== null) return refused;
    const results = domains.map((domain, index) =>
      isEnrichment ? toEnriched(domain, numbers[index] ?? null) : toBatched(domain, numbers[index] ?? null),
    );
    return { status: 200, body: { results, total_domains_requested: entries.length } };
  }

  private show(identifier: string, organization: string, charged: number[]): Outcome {
    const number = identifier.includes('.') ? numberOfDomain(identifier) : numberOfSlug(identifier);
    if (number === null) {
      return { status: 404, body: { detail: { error: 'company_not_found', message: `No company ${identifier}.` } } };
    }
    return this.charge(organization, [number], charged) ?? { status: 200, body: toCompany(number) };
  }

  /** All companies of an answer or none: https://docs.tracedata.ai/credits/. */
  private charge(organization: string, companies: readonly number[], charged: number[]): Outcome | null {
    const unpaid = [...new Set(companies)].filter((company) => {
      const paidAtMs = this.paidAtMs.get(`${organization}|${company}`);
      return paidAtMs === undefined || this.nowMs - paidAtMs >= FREE_FOR_MS;
    });
    const balance = this.balanceOf(organization);
    if (unpaid.length > balance) {
      const numbers = { requested: unpaid.length, shortfall: unpaid.length - balance };
      return { status: 402, body: { error: 'credit_exhausted', message: 'Insufficient credits.', ...numbers } };
    }
    for (const company of unpaid) this.paidAtMs.set(`${organization}|${company}`, this.nowMs);
    this.balances.set(organization, balance - unpaid.length);
    charged.push(...unpaid);
    return null;
  }
}

function askedOf({ path, body }: ModelRequest): readonly string[] {
  const { domains } = readObject(body);
  if (Array.isArray(domains)) return domains.map(String);
  return [decodeURIComponent(path.split('/')[3] ?? '')];
}

function instead(fault: ModelFault | null, retryAfterSeconds: number): Outcome | null {
  if (fault === 'dropped-connection') return { status: 0, body: null };
  if (fault === 'server-error') return { status: 500, body: { detail: 'Internal Server Error' } };
  if (fault !== 'rate-limited') return null;
  const body = { error: 'rate_limit_exceeded', message: 'Too many requests.' };
  return { status: 429, body, retryAfter: String(retryAfterSeconds) };
}

function spoil({ status, body }: Outcome, fault: ModelFault | null): unknown {
  const { results } = readObject(body);
  if (status !== 200 || !Array.isArray(results)) return body;
  const [first, ...others] = results as readonly unknown[];
  if (fault === 'results-shuffled') return { ...readObject(body), results: [...others, first] };
  if (fault === 'results-dropped') return { ...readObject(body), results: results.filter((_one, at) => at % 2 === 0) };
  if (fault === 'results-doubled') return { ...readObject(body), results: results.flatMap((one) => [one, one]) };
  return body;
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
