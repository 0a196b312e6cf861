import fc from 'fast-check';
import type { FunctionId } from '../../../shared/catalogue/index';
import type { Cell, Table } from '../../../shared/cells/values';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { answer, anyBody, everythingIn } from '../../fakes/any-body';
import { MemoryHost, text } from '../../fakes/memory-host';
import { times } from '../../setup/chance';

const SEPARATOR = '\u0001';
const OPTIONS = `headers=0;sep=${SEPARATOR}`;

/** Functions that show a list of the API, each with the first arguments of a formula. */
const TABLES: readonly (readonly [FunctionId, readonly unknown[]])[] = [
  ['TRACE_TECH_SEARCH', ['x', null, OPTIONS]],
  ['TRACE_TECH_COMPANIES', ['stripe', 'name, technologies, last_crawled_at', OPTIONS]],
  ['TRACE_VENDOR_COMPANIES', ['google', 'name, employee_count', OPTIONS]],
  ['TRACE_SEARCH', ['x', 'name, firmographics.industry', OPTIONS]],
  ['TRACE_JOB', ['job_1']],
  ['TRACE_PARTNERED', ['stripe.com', 'a.example', 'partnered, type']],
  ['TRACE_SHARED_PARTNERS', ['stripe.com', 'a.example', null, 'headers=0']],
  ['TRACE_PARTNER_OF', ['stripe.com', null, 'headers=0']],
  ['TRACE_PARTNER_GRAPH', ['stripe.com', 'headers=0']],
  ['TRACE_LISTS', [null, OPTIONS]],
  ['TRACE_LIST', ['lst_1', 'domain, name, score', OPTIONS]],
  ['TRACE_GET', ['/companies', null, OPTIONS]],
];

const show = (id: FunctionId, args: readonly unknown[], body: unknown): Table =>
  runSync(callFunction(id, args), new MemoryHost(() => answer(200, JSON.stringify(body))).performers);

/** Every text and number in a body, each object and list as JSON, and the days of its timestamps. */
function everythingSaid(body: unknown): ReadonlySet<string> {
  const said = new Set(['', 'none', 'not tracked', 'domain', 'status', 'detail', ...everythingIn(body)]);
  JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null) said.add(JSON.stringify(value));
    return value;
  });
  for (const one of [...said]) {
    if (one.trim() !== '' && Number.isFinite(Number(one))) said.add(String(Number(one)));
    if (/^\d{4}-\d\d-\d\d/.test(one) && !Number.isNaN(Date.parse(one)))
      said.add(new Date(one).toISOString().slice(0, 10));
  }
  return said;
}

function isSaid(cell: Cell, said: ReadonlySet<string>): boolean {
  if (cell instanceof TraceError) return true;
  if (typeof cell === 'object') return said.has('day' in cell ? cell.day : cell.text);
  if (typeof cell === 'boolean') return said.has(String(cell));
  return (
    String(cell).startsWith('… ') ||
    String(cell)
      .split(SEPARATOR)
      .every((part) => said.has(part) || said.has(part.toLowerCase()))
  );
}

describe('whatever a list holds', () => {
  it.each(TABLES)('%s shows nothing that it did not say', (id, args) => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const said = everythingSaid(body);
        return show(id, args, body).every((row) => row.every((cell) => isSaid(cell, said)));
      }),
      { numRuns: times(50) },
    );
  });
});

const ROW = {
  name: 'A',
  slug: 'a',
  domain: 'a.com',
  status: 'done',
  tier: 'high',
  score: 1,
  updated_at: '2026-06-01T00:00:00Z',
};
const ENVELOPES: readonly ((rows: readonly unknown[]) => unknown)[] = [
  (rows) => ({ data: rows, pagination: { has_next: false, total_results: rows.length } }),
  (rows) => ({ data: rows }),
  (rows) => ({ companies: rows, technology: { slug: 't' } }),
  (rows) => ({ members: rows, total: rows.length }),
  (rows) => ({ results: rows }),
  (rows) => ({ data: { items: rows } }),
  (rows) => ({ stuff: rows }),
  (rows) => rows,
];
const PLAIN: readonly (readonly [FunctionId, readonly unknown[]])[] = [
  ['TRACE_TECH_SEARCH', ['x', 'name, slug', 'headers=0']],
  ['TRACE_SEARCH', ['x', 'name, slug, primary_domain', 'headers=0']],
  ['TRACE_PARTNER_OF', ['b.com', 'name, domain, slug', 'headers=0']],
  ['TRACE_LISTS', ['name, updated_at', 'headers=0']],
  ['TRACE_LIST', ['lst_1', 'domain, name, tier, score', 'headers=0']],
];
const rows = fc.array(
  fc
    .record({ name: fc.constantFrom('A', 'B', 'C'), slug: fc.constantFrom('a', 'b') })
    .map((more) => ({ ...ROW, ...more })),
  { minLength: 1, maxLength: 5 },
);
const envelope = fc.constantFrom(...ENVELOPES);

describe.each(PLAIN)('a row of %s', (id, args) => {
  it('is the same in every envelope, and with unknown fields', () => {
    fc.assert(
      fc.property(
        rows,
        envelope,
        fc.dictionary(
          fc.string().map((name) => `x_${name}`),
          fc.jsonValue(),
        ),
        (list, wrap, more) => {
          const bare = show(id, args, { data: list });
          expect(show(id, args, wrap(list.map((row) => ({ ...more, ...row }))))).toEqual(bare);
        },
      ),
      { numRuns: times(25) },
    );
  });

  it('is blank where a field is missing or null, and the same elsewhere', () => {
    const spoilt = fc.constantFrom(...Object.keys(ROW));
    fc.assert(
      fc.property(rows, envelope, spoilt, fc.constantFrom(null, undefined), (list, wrap, field, nothing) => {
        const whole = show(id, args, { data: list });
        const part = show(id, args, wrap(list.map((row) => ({ ...row, [field]: nothing }))));
        const isKept = part.every((row, at) =>
          row.every((cell, column) => cell === '' || isSame(cell, whole[at]![column]!)),
        );
        return part.length === whole.length && isKept;
      }),
      { numRuns: times(25) },
    );
  });

  it('is never a text where a number or a day belongs', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.string()), fc.boolean()), (odd) => {
        const [row] = show(id, args, { data: [{ score: odd, updated_at: odd }] });
        return row!.every((cell) => cell === '');
      }),
      { numRuns: times(25) },
    );
  });
});

const COMPANY = {
  slug: 'a',
  name: 'A',
  primary_domain: 'a.com',
  industry: 'Retail',
  employee_count: 5,
  technologies: [
    { name: 'React', slug: 'react' },
    { name: 'Vue', slug: 'vue' },
  ],
};

describe('a company', () => {
  const { industry, employee_count, technologies, ...named } = COMPANY;
  const names = technologies.map(({ name }) => name);
  it.each<[string, unknown]>([
    ['wrapped in data', { data: COMPANY }],
    ['wrapped in company', { company: COMPANY }],
    ['wrapped in both', { data: { company: COMPANY } }],
    ['with its firmographics nested', { ...named, technologies, firmographics: { industry, employee_count } }],
    ['with technologies as texts', { ...COMPANY, technologies: names }],
    ['with technologies under tech_stack', { ...named, industry, employee_count, tech_stack: technologies }],
    ['with technologies under stack', { ...named, industry, employee_count, stack: names }],
    [
      'with technologies one level deeper',
      { ...named, industry, employee_count, technographics: { items: technologies } },
    ],
    [
      'with its technologies in another order and fields that nobody knows',
      { x: [1], ...COMPANY, technologies: [...technologies].reverse() },
    ],
  ])('%s is the same company', (_name, body) => {
    expect(show('TRACE_COMPANY', ['a', 'name, industry, employee_count, technologies'], body)).toEqual([
      ['A', 'Retail', 5, 'React, Vue'],
    ]);
    expect(show('TRACE_TECH', ['a', 'name, count'], body)).toEqual([['React, Vue', 2]]);
    expect(show('TRACE_SEARCH', ['a', 'name, industry, technologies', 'headers=0'], { data: [body] })).toEqual([
      ['A', 'Retail', 'React, Vue'],
    ]);
  });
});

describe('an error', () => {
  const said = { error: 'credit_exhausted', message: 'No.', requested: 50, shortfall: 12 };
  it.each<[string, unknown, string]>([
    ['flat', said, 'Not enough Trace credits: 50 needed, 12 missing.'],
    [
      'an object',
      { error: { ...said, code: 'credit_exhausted', error: undefined } },
      'Not enough Trace credits: 50 needed, 12 missing.',
    ],
    ['inside detail', { detail: said }, 'Not enough Trace credits: 50 needed, 12 missing.'],
    ['a list', { detail: [{ loc: ['query', 'limit'], msg: 'No.' }] }, 'No Trace credits are left.'],
    ['a text', { detail: 'No.' }, 'No Trace credits are left.'],
  ])('that is %s is a sentence with a next step in every function', (_name, body, beginning) => {
    for (const [id, args] of TABLES) {
      const host = new MemoryHost(() => text(402, JSON.stringify(body)));
      const [[cell]] = runSync(callFunction(id, args), host.performers) as [[TraceError]];
      expect({ id, message: cell.message }).toEqual({
        id,
        message: `${beginning} Top up at app.tracedata.ai, under Settings > Usage & Credits.`,
      });
    }
  });

  it.each([
    [
      'the page of a proxy',
      502,
      '<html>Bad gateway</html>',
      'Trace has a problem (HTTP 502). Wait a few minutes, then choose Retry problems on a computer.',
    ],
    [
      'no content',
      204,
      '',
      'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
    [
      'half of an answer',
      200,
      '{"data": [',
      'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
  ])('that is %s is one too', (_name, status, body, sentence) => {
    const asked = TABLES.filter(([id]) => status !== 204 || id !== 'TRACE_JOB');
    for (const [id, args] of asked) {
      const host = new MemoryHost(() => text(status, body));
      const [[cell]] = runSync(callFunction(id, args), host.performers) as [[TraceError]];
      expect({ id, message: cell.message }).toEqual({ id, message: sentence });
    }
  });
});

function isSame(one: Cell, other: Cell): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
