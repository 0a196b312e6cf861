import fc from 'fast-check';
import { FUNCTIONS } from '../../../shared/catalogue/index';
import { OPTIONS } from '../../../shared/catalogue/options';
import type { Cell, Table } from '../../../shared/cells/values';
import type { Exchange } from '../../../shared/client/exchange';
import { runSync } from '../../../shared/effects';
import { TraceError } from '../../../shared/errors';
import { callFunction } from '../../../shared/functions/call';
import { companyApi, MemoryHost } from '../../fakes/memory-host';

const RUNS = { numRuns: 1_500 };
/** A separator that no random text holds, so that joined values can be told apart again. */
const SEPARATOR = '\u0001';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    null,
    undefined,
    0,
    '#N/A',
    'Loading...',
    '(preview)',
    true,
    false,
    'stripe.com',
    'a.example',
    'slug',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.date(),
  fc.domain(),
  fc.emailAddress(),
  fc.webUrl(),
  fc.object(),
);
const fieldText = fc.oneof(
  fc
    .subarray(FUNCTIONS.flatMap(({ fields }) => fields.map(({ name }) => name)))
    .map((names) => names.slice(0, 4).join(',')),
  fc.string(),
  cell,
);
const optionText = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys(OPTIONS)),
        fc.oneof(fc.constantFrom('1', '3', 'spill', 'columns', '-name', "'; '", '2d'), fc.string()),
      ),
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join(';')),
  fc.string(),
  fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 4 }),
  cell,
);
const functionId = fc.constantFrom(...FUNCTIONS.map(({ id }) => id));
const column = fc.array(
  cell.map((value) => [value]),
  { minLength: 2, maxLength: 8 },
);

const anyBody = fc.oneof(fc.jsonValue(), companyLike(), resultsLike());
const anyExchange: fc.Arbitrary<Exchange> = fc.oneof(
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
    { ok: false, reason: 'hostQuota' },
  ),
);

/** Bodies that are almost right: known names with values of any kind under them. */
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

function answer(status: number, text: string): Exchange {
  return { ok: true, response: { status, retryAfter: null, text } };
}

function isRectangle(table: Table): boolean {
  return table.length > 0 && table[0]!.length > 0 && table.every((row) => row.length === table[0]!.length);
}

function isCell(value: Cell | undefined | null): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= 32_767;
  return (
    typeof value === 'boolean' ||
    value instanceof TraceError ||
    /^\d{4}-\d\d-\d\d$/.test((value as { day: string }).day)
  );
}

describe('whatever is typed', () => {
  it('is answered with a rectangle of cells', () => {
    fc.assert(
      fc.property(
        functionId,
        fc.oneof(cell, column, fc.array(fc.array(cell))),
        fieldText,
        optionText,
        (id, inputs, fields, options) => {
          const table = runSync(callFunction(id, [inputs, fields, options]), new MemoryHost(companyApi({})).performers);
          return isRectangle(table) && table.flat().every(isCell);
        },
      ),
      RUNS,
    );
  });

  it('is answered with one row for each input row', () => {
    fc.assert(
      fc.property(column, (inputs) => {
        const table = runSync(
          callFunction('TRACE_TECH', [inputs, 'name, count']),
          new MemoryHost(companyApi({})).performers,
        );
        return table.length === inputs.length && table.every((row) => row.length === 2);
      }),
      RUNS,
    );
  });
});

describe('whatever the service answers', () => {
  it('every cell settles, and the same way each time', () => {
    fc.assert(
      fc.property(functionId, anyExchange, (id, exchange) => {
        const run = (): Table =>
          runSync(
            callFunction(id, [[['stripe.com'], ['a.example']], 'name']),
            new MemoryHost(() => exchange).performers,
          );
        const table = run();
        return isRectangle(table) && table.flat().every(isCell) && JSON.stringify(table) === JSON.stringify(run());
      }),
      RUNS,
    );
  });

  it('no value is shown that it did not say', () => {
    fc.assert(
      fc.property(fc.constantFrom('TRACE_TECH', 'TRACE_COMPANY', 'TRACE_PARTNERS'), anyBody, (id, body) => {
        const host = new MemoryHost(() => answer(200, JSON.stringify(body)));
        const table = runSync(callFunction(id, ['stripe.com', 'name', `sep=${SEPARATOR}`]), host.performers);
        const said = new Set(['', 'none', 'not tracked', ...everythingIn(body)]);
        return table.flat().every(
          (shown) =>
            shown instanceof TraceError ||
            String(shown)
              .replace(/(^| )… \+\d+ more$/, '')
              .split(SEPARATOR)
              .every((part) => said.has(part)),
        );
      }),
      { ...RUNS, numRuns: 3_000 },
    );
  });

  it('the answer of one company is never shown for another', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a.example', 'b.example', 'c.example', 'd.example']), (domains) => {
        const results = domains.map((domain) => ({ domain, status: 'found', company: { name: domain.toUpperCase() } }));
        const host = new MemoryHost(() => answer(200, JSON.stringify({ results })));
        const asked = ['d.example', 'c.example', 'b.example', 'a.example'];
        const table = runSync(callFunction('TRACE_COMPANY', [asked.map((domain) => [domain])]), host.performers);
        return table.every(([name], index) =>
          domains.includes(asked[index]!) ? name === asked[index]!.toUpperCase() : name instanceof TraceError,
        );
      }),
    );
  });
});

/** Every text, number and truth in a body, as a cell would show it. */
function everythingIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(everythingIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(everythingIn);
  return typeof value === 'string' ? [value, value.trim()] : [String(value)];
}
