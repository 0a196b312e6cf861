import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { isCounted } from '../../../shared/enrich/number-format';

const NEW = { column: 1, title: 'Any', isNew: true };

test.each<[Choice, boolean]>([
  [{ adds: 'company', field: 'employee_count' }, true],
  [{ adds: 'technologies', field: 'count', category: 'Payments' }, true],
  [{ adds: 'partners', field: 'count', type: null }, true],
  [{ adds: 'sharedPartners', company: 'x.example', field: 'count' }, true],
  [{ adds: 'company', field: 'founded_year' }, false],
  [{ adds: 'company', field: 'company_id' }, false],
  [{ adds: 'hasTechnology', technology: 'Stripe' }, false],
  [{ adds: 'status' }, false],
])('numbers of %j get separators: %s', (choice, isCount) => {
  expect(isCounted(choice, NEW)).toBe(isCount);
});

test("a person's own column keeps its format", () => {
  expect(isCounted({ adds: 'company', field: 'employee_count' }, { ...NEW, isNew: false })).toBe(false);
});
