import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { ScriptedHost } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

/** Under a limit partners come from the list of their company, which does not tell what only the batch tells. */

const AGE = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };
const host = (): ScriptedHost => {
  const limited = new ScriptedHost(() => json(200, { data: [{ partner_name: 'Adyen', partner_domain: 'adyen.com' }] }));
  limited.spending.policy = { mode: 'daily', limit: 500 };
  return limited;
};

/** What each cell is answered with; they ask within one recalculation. */
async function outcomesOf(limited: ScriptedHost, wishes: readonly { readonly needsBatch: boolean }[]) {
  const batcher = new LookupBatcher(limited);
  const asked = wishes.map((wish) => batcher.lookup('partners', ['a.com'], { ...AGE, ...wish }));
  await limited.endWindow();
  const outcomes = (await Promise.all(asked)).map((each) => each.get('a.com'));
  return outcomes.map((outcome) => (outcome?.is === 'failed' ? outcome.error.code : outcome?.is));
}

it('a cell that needs the batch is refused, and nothing is asked for', async () => {
  const limited = host();
  expect(await outcomesOf(limited, [{ needsBatch: true }])).toEqual(['partnerCategoriesUntold']);
  expect({ requests: limited.requests, formulas: limited.spending.counters.formulas }).toEqual({
    requests: [],
    formulas: 0,
  });
});

it('a cell beside it that needs no batch has its list, once', async () => {
  const limited = host();
  expect(await outcomesOf(limited, [{ needsBatch: true }, { needsBatch: false }])).toEqual(['found', 'found']);
  expect({ requests: limited.requests.length, formulas: limited.spending.counters.formulas }).toEqual({
    requests: 1,
    formulas: 1,
  });
});

it('without a limit both have the batch', async () => {
  const free = host();
  free.spending.policy = { mode: 'freely' };
  await outcomesOf(free, [{ needsBatch: true }, { needsBatch: false }]);
  expect(free.requests.map(({ operation }) => operation)).toEqual(['enrichment.partnerships']);
});
