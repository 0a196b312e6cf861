import fc from 'fast-check';
import { RunBudget } from '../../../shared/credits/run-budget';
import { times } from '../../setup/chance';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');

test('a limit that was passed leaves nothing', () => {
  const budget = new RunBudget(10, { settled: 8, doubtful: new Map([['c1', 5]]), sinceMs: NOW });
  expect({ used: budget.used, left: budget.left, unsure: budget.unsure }).toEqual({ used: 13, left: 0, unsure: 5 });
});

test('what does not fit is not set aside; what is set aside for it already counts', () => {
  const budget = new RunBudget(5, { settled: 0, doubtful: new Map([['p1', 3]]), sinceMs: NOW });
  expect({
    isNewHeld: budget.reserve('p2', 3, NOW),
    isDoubtfulHeld: budget.reserve('p1', 5, NOW),
    left: budget.left,
  }).toEqual({ isNewHeld: false, isDoubtfulHeld: true, left: 0 });
});

test('a refusal gives back what was set aside for its request, and not what an earlier one may have cost', () => {
  const budget = new RunBudget(10);
  budget.reserve('p1', 3, NOW);
  budget.lose('p1');
  budget.reserve('p1', 7, NOW);
  budget.release('p1');
  expect({ used: budget.used, lost: budget.lostFor('p1') }).toEqual({ used: 3, lost: 3 });
});

test('a loss that was noted before those 30 days is noted again before the lookup is repeated', () => {
  const lost = new Map([['c', 1]]);
  const budget = new RunBudget(5, { settled: 0, doubtful: lost, sinceMs: NOW });
  budget.keptNote(budget.toNote());
  const later = NOW + 31 * DAY_MS;
  budget.expire(later);
  expect(budget.reserve('c', 1, later)).toBe(true);
  expect({ used: budget.used, isNoted: budget.isNoted }).toEqual({ used: 2, isNoted: false });
});

test('a loss is not charged again within 30 days, and counts for good after them', () => {
  const lost = { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: NOW };
  const [soon, late] = [new RunBudget(1, lost), new RunBudget(1, lost)];
  soon.expire(NOW + 28 * DAY_MS);
  late.expire(NOW + 30 * DAY_MS);
  expect({ isReserved: soon.reserve('c1', 1, NOW), unsure: soon.unsure }).toEqual({ isReserved: true, unsure: 1 });
  expect({ isReserved: late.reserve('c1', 1, NOW), unsure: late.unsure, used: late.used }).toEqual({
    isReserved: false,
    unsure: 0,
    used: 1,
  });
});

test('a loss of unknown time does not count as free', () => {
  const budget = new RunBudget(1, { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: null });
  budget.expire(NOW);
  expect({ used: budget.used, unsure: budget.unsure }).toEqual({ used: 1, unsure: 0 });
});

test('whatever is sent, lost, refused and answered, no more is set aside than fits, and no less is said than was charged', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    most: fc.nat(6),
    comes: fc.nat(6),
    end: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.nat(20), fc.array(step, { maxLength: 20 }), (limit, steps) => {
      const budget = new RunBudget(limit);
      const charged = new Map<string, number>();
      for (const { name, most, comes, end } of steps) {
        if (!budget.reserve(name, most, NOW)) continue;
        const refused = end === 0;
        // The service charges each lookup once.
        const before = charged.get(name) ?? 0;
        const cost = Math.max(before, Math.min(comes, most));
        if (!refused) charged.set(name, cost);
        if (refused) budget.release(name);
        else if (end === 1) budget.lose(name);
        else {
          budget.settle([name], cost);
          charged.set(`${name} until now, ${charged.size}`, cost);
          charged.delete(name);
        }
        const sum = [...charged.values()].reduce((all, each) => all + each, 0);
        expect(sum).toBeLessThanOrEqual(budget.used);
        expect(budget.used).toBeLessThanOrEqual(limit);
      }
    }),
    { numRuns: times(500) },
  );
});

test('a note that a later one has overtaken says no more than both', () => {
  const budget = new RunBudget(10);
  budget.reserve('a', 1, NOW);
  const first = budget.toNote();
  budget.release('a');
  budget.reserve('b', 1, NOW);
  const second = budget.toNote();
  budget.keptNote(first);
  budget.reserve('a', 1, NOW);
  expect(budget.isNoted).toBe(false);
  budget.release('a');
  budget.keptNote(second);
  expect(budget.isNoted).toBe(true);
});

test('companies fit by what each costs, and those that were lost before have it set aside already', () => {
  const budget = new RunBudget(3, { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: NOW });
  expect([budget.fitsCompanies(['c1', 'c2', 'c3']), budget.fitsCompanies(['c2', 'c3', 'c4'])]).toEqual([true, false]);
  budget.reserveCompanies(['c1', 'c2', 'c3'], NOW);
  expect(budget.used).toBe(3);
});
