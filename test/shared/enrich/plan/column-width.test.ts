import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { widthFor } from '../../../../shared/enrich/plan/column-width';

test.each<[Choice, number]>([
  [{ adds: 'company', field: 'name' }, 20],
  [{ adds: 'company', field: 'employee_count' }, 12],
  [{ adds: 'company', field: 'last_crawled_at' }, 12],
  [{ adds: 'company', field: 'annual_revenue' }, 20],
  [{ adds: 'technologies', field: 'name', category: null }, 40],
  [{ adds: 'technologies', field: 'count', category: 'Payments' }, 29],
  [{ adds: 'partners', field: 'name', type: null }, 40],
  [{ adds: 'sharedPartners', company: 'a-company-with-a-long-name.example', field: 'count' }, 40],
  [{ adds: 'hasTechnology', technology: 'Stripe' }, 14],
  [{ adds: 'status' }, 30],
])('%j is %i characters wide', (choice, width) => {
  expect(widthFor(choice)).toBe(width);
});
