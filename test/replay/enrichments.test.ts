import { SEED, times } from '../setup/chance';
import { ENRICHING_HOSTS } from './enrichments-of-hosts';

test.each(Object.keys(ENRICHING_HOSTS))('enrichments keep their promises over random histories in %s', async (host) => {
  await ENRICHING_HOSTS[host]!({ runs: times(60), seed: SEED });
});
