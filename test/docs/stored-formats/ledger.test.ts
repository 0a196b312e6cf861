import { readCounters, readPaidDays } from '../../../shared/formulas';
import { examples } from './examples';

it('the examples of a ledger are read whole', () => {
  const [counters = '', days = ''] = examples('Spending of formulas').map((text) => JSON.parse(text) as unknown);
  expect(readCounters(counters)).toEqual({
    day: 20717,
    formulas: 12,
    runs: 0,
    formulasAgreed: 0,
    agreed: 0,
    reservations: [{ id: '', credits: 3, atMs: 1_790_000_040_000 }],
    doubts: 'bU_SJ9',
  });
  expect([...readPaidDays(days)]).toEqual([[20717, 'bU_SJ9NmQIn2']]);
});
