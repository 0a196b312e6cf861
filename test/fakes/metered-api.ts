import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { companyOf } from './bulk-bench';
import { json } from './memory-host';
import { partnersOf } from './bulk-partners';

/**
 * A service with a balance. As https://docs.tracedata.ai/credits/ says, a request that needs more than is left is
 * refused as a whole, reports what it needed and what was missing, and charges nothing; a company is charged once.
 */
export class MeteredApi {
  readonly requests: HttpRequest[] = [];
  private readonly paid = new Set<string>();
  private readonly respond: (request: HttpRequest) => Exchange;

  /** @param countOf returns how many partners a company has */
  constructor(
    public balance: number,
    countOf: (domain: string) => number = () => 0,
  ) {
    this.respond = partnersOf(countOf);
  }

  readonly answer = (request: HttpRequest): Exchange => {
    this.requests.push(request);
    const exchange = this.respond(request);
    const charged = exchange.ok ? this.unpaidIn(request, exchange.response.text) : [];
    const requested = charged.length;
    if (requested > this.balance) {
      const message = 'Insufficient credits to complete this request.';
      return json(402, { error: 'credit_exhausted', message, requested, shortfall: requested - this.balance });
    }
    this.balance -= requested;
    for (const company of charged) this.paid.add(company);
    return exchange;
  };

  private unpaidIn({ body }: HttpRequest, text: string): readonly string[] {
    const { results } = JSON.parse(text) as {
      readonly results: readonly { readonly domain: string; readonly partnerships?: readonly { domain: string }[] }[];
    };
    const { domains } = body as { readonly domains: readonly string[] };
    const tracked = domains.filter((domain) => companyOf(domain) !== null);
    const partners = results.flatMap(({ partnerships = [] }) => partnerships.map(({ domain }) => domain));
    return [...new Set([...tracked, ...partners])].filter((company) => !this.paid.has(company));
  }
}
