import { add, at, drop, nest, rename, toTexts, wrap } from './reshape';

/** One way in which an answer differs from the contract. */
interface PlantedDifference {
  readonly operation: string;
  /** The place in the body, such as `data[].partner_name`; for `wrapped`, the field that the body was moved into. */
  readonly path: string;
  readonly is: 'missing' | 'extra' | 'other type' | 'wrapped';
}

interface DifferentShape {
  readonly change: (body: unknown) => unknown;
  readonly differences: readonly Omit<PlantedDifference, 'operation'>[];
}

const SIZE = ['industry', 'employee_count', 'employee_range', 'founded_year'];
const PLACE = ['country', 'region', 'city'];

/** The answers of the fault `different-shapes`, as another version of the API might give them. */
const DIFFERENT_SHAPES: Readonly<Record<string, DifferentShape>> = {
  'companies.show': { change: wrap('data'), differences: [wrapped('data')] },
  'companies.batch': {
    change: at('results[].company', (company) =>
      nest([...SIZE, 'location'], 'firmographics')(nest(PLACE, 'location')(company)),
    ),
    differences: [
      ...[...SIZE, ...PLACE].map((field) => missing(`results[].company.${field}`)),
      extra('results[].company.firmographics'),
    ],
  },
  'companies.search': {
    change: at('data[]', rename('technologies', 'tech_stack')),
    differences: [missing('data[].technologies'), extra('data[].tech_stack')],
  },
  'companies.flag': { change: at('', toTexts('company_id')), differences: [otherType('company_id')] },
  'jobs.show': { change: at('', rename('status', 'state')), differences: [missing('status'), extra('state')] },
  'technologies.search': {
    change: at('data[]', add('popularity', 0.5)),
    differences: [extra('data[].popularity')],
  },
  'technologies.companies': {
    change: at('', rename('companies', 'results')),
    differences: [missing('companies'), extra('results')],
  },
  'vendors.companies': {
    change: at('pagination', drop('total_pages')),
    differences: [missing('pagination.total_pages')],
  },
  'partnerships.list': {
    change: at('data[]', rename('partner_name', 'name')),
    differences: [missing('data[].partner_name'), extra('data[].name')],
  },
  'partnerships.reverse': {
    change: at('data[]', toTexts('observation_count')),
    differences: [otherType('data[].observation_count')],
  },
  'partnerships.graph': {
    change: at('nodes[]', rename('slug', 'id')),
    differences: [missing('nodes[].slug'), extra('nodes[].id')],
  },
  'enrichment.partnerships': {
    change: at('results[].partnerships[]', drop('observation_count')),
    differences: [missing('results[].partnerships[].observation_count')],
  },
  'lists.members': { change: at('members[]', drop('score')), differences: [missing('members[].score')] },
};

/** Every difference that the fault plants. @internal the tests of the contract check expect each to be found */
export const PLANTED_DIFFERENCES: readonly PlantedDifference[] = Object.entries(DIFFERENT_SHAPES).flatMap(
  ([operation, { differences }]) => differences.map((difference) => ({ operation, ...difference })),
);

/** The body of an operation in its other shape; `null` if it has none. */
export function toDifferentShape(operation: string, body: unknown): { readonly body: unknown } | null {
  const shape = DIFFERENT_SHAPES[operation];
  return shape === undefined ? null : { body: shape.change(body) };
}

function missing(path: string) {
  return { path, is: 'missing' } as const;
}

function extra(path: string) {
  return { path, is: 'extra' } as const;
}

function otherType(path: string) {
  return { path, is: 'other type' } as const;
}

function wrapped(path: string) {
  return { path, is: 'wrapped' } as const;
}
