import fc from 'fast-check';
import { chargingHistories } from '../../fakes/charging-history';
import { PlayedCharges } from '../../fakes/played-charges';
import { times } from '../../setup/chance';

test('whatever gets lost, closes or is tried again: no more is charged than the limit, what may have been charged counts, and no saved answer is asked for again', async () => {
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(chargingHistories, async (history) => {
      const played = new PlayedCharges(history);
      const { is, summary, why } = await played.play();
      const tracked = new Set(history.rows.filter((company) => company > 0)).size;
      expect({ faults: played.faults, is, why, open: summary.open, charged: played.credits }).toEqual({
        ...{ faults: [], is: 'done', why: null, open: 0, charged: tracked },
      });
      // A page that was closed before it had noted an answer leaves it in doubt.
      expect(summary.creditsUsed).toBeGreaterThanOrEqual(tracked);
      expect(summary.creditsUsed - summary.creditsUnsure).toBeLessThanOrEqual(tracked);
      lost += Number(history.requests.includes('lost'));
    }),
    { numRuns: times(75) },
  );
  expect(lost).toBeGreaterThan(20);
});
