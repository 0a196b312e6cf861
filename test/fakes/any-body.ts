import fc from 'fast-check';
import type { Cell, Table } from '../../shared/cells/values';
import type { Exchange } from '../../shared/client/exchange';
import { TraceError } from '../../shared/errors/trace-error';

/** Any value, and values that are almost right. */
export const anyBody: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue(), companyLike(), resultsLike(), rowsLike());
export const anyExchange: fc.Arbitrary<Exchange> = fc.oneof(
  { weight: 6, arbitrary: anyBody.map((body) => answer(200, JSON.stringify(body))) },
  fc
    .tuple(
      fc.integer({ min: 100, max: 599 }),
      fc.oneof(
        fc.string(),
        anyBody.map((body) => JSON.stringify(body)),
      ),
    )
    .map(([status, text]) => answer(status, text)),
  fc.constantFrom<Exchange>(
    { ok: false, reason: 'unreachable' },
    { ok: false, reason: 'timedOut' },
    { ok: false, reason: 'hostBusy' },
    { ok: false, reason: 'hostQuota' },
    { ok: false, reason: 'addressBlocked' },
  ),
);

/** Bodies that are almost right: known names with values of any kind. */
function companyLike(): fc.Arbitrary<unknown> {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.string(), fc.integer());
  const technology = fc.oneof(
    fc.string(),
    fc.record(
      { name: value, slug: value, category: value, vendor: value, last_detected_at: value },
      { requiredKeys: [] },
    ),
  );
  return fc.record(
    {
      name: value,
      slug: value,
      primary_domain: value,
      employee_count: value,
      last_crawled_at: value,
      domains: value,
      technologies: fc.oneof(value, fc.array(technology)),
      technology_count: value,
      firmographics: value,
      status: value,
    },
    { requiredKeys: [] },
  );
}

function resultsLike(): fc.Arbitrary<unknown> {
  const domain = fc.constantFrom('stripe.com', 'a.example', 'WWW.stripe.com', 7, null);
  const partner = fc.record(
    { partner_name: fc.oneof(fc.string(), fc.integer()), observation_count: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const result = fc.record(
    {
      domain,
      status: fc.constantFrom('found', 'not_tracked', 'no_partnerships', 'pending', 3),
      company: fc.oneof(companyLike(), fc.constant(null)),
      partnerships: fc.oneof(fc.array(partner), fc.jsonValue()),
      partnership_count: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  return fc.record({ results: fc.oneof(fc.array(result), fc.jsonValue()) });
}

/** Lists of every kind, under known and unknown names. */
function rowsLike(): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('2026-06-01T00:00:00Z', 'a.example', 'stripe', true, 7, '7'),
  );
  const names = [
    'name',
    'slug',
    'domain',
    'status',
    'partner_name',
    'company_name',
    'list_id',
    'tier',
    'source',
    'target',
  ];
  const row = fc.oneof(
    value,
    fc.dictionary(
      fc.constantFrom(...names, 'partnered', 'last_observed_at', 'company', 'technologies', 'extra'),
      value,
    ),
  );
  const rows = fc.oneof({ weight: 4, arbitrary: fc.array(row, { maxLength: 4 }) }, value);
  const pagination = fc.record(
    { has_next: value, total_pages: value, total_results: value, next_url: value },
    { requiredKeys: [] },
  );
  const lists = fc.dictionary(
    fc.constantFrom('data', 'results', 'companies', 'members', 'items', 'edges', 'nodes', 'domains', 'stuff'),
    rows,
    { maxKeys: 3 },
  );
  return fc.oneof(
    rows,
    fc
      .tuple(lists, fc.oneof(pagination, value), value)
      .map(([found, page, total]) => ({ ...found, pagination: page, total })),
    lists.map((found) => ({ data: found })),
  );
}

export function answer(status: number, text: string): Exchange {
  return { ok: true, response: { status, retryAfter: null, text } };
}

export function isRectangle(table: Table): boolean {
  return table.length > 0 && table[0]!.length > 0 && table.every((row) => row.length === table[0]!.length);
}

export function isCell(value: Cell | undefined | null): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= 32_767;
  return (
    typeof value === 'boolean' ||
    value instanceof TraceError ||
    /^\d{4}-\d\d-\d\d$/.test((value as { day: string }).day)
  );
}

/** Every text, number and boolean in a body, as a cell would show it. */
export function everythingIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(everythingIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(everythingIn);
  return typeof value === 'string' ? [value, value.trim()] : [String(value)];
}
