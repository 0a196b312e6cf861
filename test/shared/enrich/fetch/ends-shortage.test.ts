import { lookup } from '../../../../shared/lookup/ports';
import { runSync } from '../../../../shared/task';
import { Bench } from '../../../fakes/bulk-bench';
import { MeteredApi } from '../../../fakes/metered-api';

const MONTH = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };

it('what an enrichment is answered ends the wait of formulas for credits', async () => {
  const api = new MeteredApi(0);
  const bench = new Bench([['domain'], ['x1.example']], api.answer);
  const formula = (): string | undefined => {
    const outcome = runSync(lookup('company', ['x2.example'], MONTH), bench.host.performers).get('x2.example');
    return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
  };
  const before = [formula(), formula()];
  const refused = api.requests.length;
  api.balance = 2;
  await bench.start();
  expect({ before, refused, after: formula() }).toEqual({
    before: ['creditsOut', 'creditsOut'],
    refused: 1,
    after: 'found',
  });
});
