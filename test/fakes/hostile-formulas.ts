import fc from 'fast-check';
import { FUNCTIONS } from '../../shared/catalogue/index';

/** A formula typed by an editor who tries to spend more than the owner allows. */
export interface Typed {
  readonly id: (typeof FUNCTIONS)[number]['id'];
  /** Texts, or columns as rows of one text each. */
  readonly args: readonly (string | readonly (readonly string[])[])[];
}

const COMPANIES = [
  'stripe.com',
  'shopify.com',
  'many-partners.example',
  'no-partners.example',
  'unknown.example',
  'stripe',
];
const company = fc.oneof(
  fc.constantFrom(...COMPANIES),
  fc.integer({ min: 1, max: 400 }).map((number) => `company-${number}.example`),
);
const inputs = fc.oneof(
  company,
  fc.array(company, { minLength: 1, maxLength: 30 }).map((names) => names.map((name) => [name])),
);
const options = fc.constantFrom(
  '',
  '',
  'top=1',
  'top=3',
  'top=7',
  'top=150',
  'type=technology',
  'max_age=0d',
  'layout=spill',
  'refresh=1',
);

const places = fc.constantFrom(
  '/companies',
  '/companies',
  '/companies',
  '/v1/companies',
  '/%63ompanies',
  '/companies/stripe.com',
  '/companies/stripe',
  '/companies/many-partners.example/partnerships',
  '/companies/stripe.com/partnerships/graph',
  '/companies/batch',
  '/partnerships/stripe.com/companies',
  '/partnerships/shared',
  '/technologies',
  '/technologies/shopify/companies',
  '/vendors/stripe/companies',
  '/lists/lst_1/members',
  '/lists/lst_1/export',
  '/lists/lst_1%2fexport',
  '/lists/lst_4/members/',
  '/jobs/1',
  '/account',
);
const NAMES = [
  '',
  'limit',
  'limit',
  'limit',
  'limi%74',
  'lim%2569t',
  'LIMIT',
  'page',
  'offset',
  'per_page',
  'q',
  'depth',
  'company_a',
];
const VALUES = ['1', '2', '100', '100', '100', 'stripe.com', 's', '%26limit=100', 'a+b;limit=100'];
const pairs = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 3 });
const path = fc.oneof(
  fc.tuple(places, pairs).map(([place, query]) => {
    const text = query.map(([name, value]) => `${name}=${value}`).join('&');
    return text === '' ? place : `${place}?${text}`;
  }),
  fc.string(),
);

/** What is typed for a parameter, by its name. */
function argumentOf(name: string): fc.Arbitrary<Typed['args'][number]> {
  switch (name) {
    case 'options':
      return options;
    case 'path':
      return path;
    case 'fields':
      return fc.constantFrom('', '', 'name', 'count', 'type', 'name, type');
    case 'list_id':
      return fc.constantFrom('lst_1', 'lst_4', 'x');
    case 'technology':
    case 'technologies':
    case 'vendor':
      return fc.constantFrom('shopify', 'Stripe', 'x');
    case 'query':
      return fc.constantFrom('shop', 's', 'stripe');
    default:
      return inputs;
  }
}

/** Any function, more often those whose price is unknown before paying. */
export const hostileFormula: fc.Arbitrary<Typed> = fc
  .constantFrom(
    ...FUNCTIONS.map(({ id }) => id),
    ...Array.from({ length: 6 }, () => 'TRACE_GET' as const),
    ...Array.from({ length: 4 }, () => 'TRACE_PARTNERS' as const),
    ...Array.from({ length: 16 }, () => 'TRACE_TECH' as const),
  )
  .chain((id) => {
    const { params } = FUNCTIONS.find((spec) => spec.id === id)!;
    return fc.tuple(...params.map(({ name }) => argumentOf(name))).map((args) => ({ id, args }));
  });

/** One formula for each cell of its columns, as if filled down. */
export function filledDown({ id, args }: Typed): readonly Typed[] {
  const rows = Math.max(1, ...args.map((argument) => (typeof argument === 'string' ? 1 : argument.length)));
  return Array.from({ length: rows }, (_row, row) => ({
    id,
    args: args.map((argument) => (typeof argument === 'string' ? argument : (argument[row]?.[0] ?? ''))),
  }));
}
