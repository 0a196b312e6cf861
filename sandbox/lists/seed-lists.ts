import { findCompany } from '../data/companies';
import type { Company } from '../data/company';
import type { Tree } from './definition';
import { REGISTRY_VERSION } from './filter-fields';
import type { SavedList } from './saved-list';

/** The lists of a new sandbox. */
export const SEED_LISTS: readonly SavedList[] = [
  seed('lst_1', 'Shopify users in the US', 'owner', {
    op: 'and',
    children: [
      { field: 'technology', operator: 'uses', value: 'shopify' },
      { field: 'country', operator: 'equals', value: 'United States' },
    ],
  }),
  seed('lst_2', 'Banks and insurers in Europe', 'editor', {
    op: 'and',
    children: [
      { field: 'industry', operator: 'in', value: ['Banking', 'Insurance'] },
      { field: 'country', operator: 'in', value: ['Germany', 'France', 'Netherlands', 'Spain', 'Sweden', 'Poland'] },
    ],
  }),
  seed('lst_3', 'Large accounts', 'viewer', { field: 'employee_count', operator: 'greater_than', value: 20_000 }),
  { ...seed('lst_4', 'Picked by hand', 'owner', null), added: known('stripe', 'shopify', 'company-1') },
];

function seed(listId: string, name: string, accessLevel: SavedList['accessLevel'], tree: Tree | null): SavedList {
  return {
    listId,
    name,
    accessLevel,
    definition: tree === null ? null : { registry_version: REGISTRY_VERSION, tree },
    added: [],
    excluded: [],
    createdAt: '2026-09-01T08:00:00Z',
    updatedAt: '2026-10-15T09:30:00Z',
  };
}

function known(...slugs: readonly string[]): readonly Company[] {
  return slugs.map(findCompany).filter((company) => company !== null);
}
