/** A field that a definition may use. */
export interface FilterField {
  readonly name: string;
  readonly type: 'text' | 'number' | 'technology' | 'vendor';
  readonly operators: readonly Operator[];
}

export type Operator = 'equals' | 'not_equals' | 'in' | 'contains' | 'greater_than' | 'less_than' | 'uses';

/** The version that each definition must name; a definition made with another one is refused. */
export const REGISTRY_VERSION = '2026-11-01';

const NAMES: readonly Operator[] = ['equals', 'not_equals', 'in', 'contains'];
const WORDS: readonly Operator[] = ['equals', 'not_equals', 'in'];
const NUMBERS: readonly Operator[] = ['equals', 'not_equals', 'greater_than', 'less_than'];

/** Assumed: the documentation names no field and no operator; https://docs.tracedata.ai/api/lists/. */
export const FILTER_FIELDS: readonly FilterField[] = [
  { name: 'name', type: 'text', operators: NAMES },
  { name: 'domain', type: 'text', operators: NAMES },
  { name: 'industry', type: 'text', operators: WORDS },
  { name: 'country', type: 'text', operators: WORDS },
  { name: 'region', type: 'text', operators: WORDS },
  { name: 'city', type: 'text', operators: WORDS },
  { name: 'employee_count', type: 'number', operators: NUMBERS },
  { name: 'founded_year', type: 'number', operators: NUMBERS },
  { name: 'technology', type: 'technology', operators: ['uses', 'in'] },
  { name: 'vendor', type: 'vendor', operators: ['uses', 'in'] },
];
