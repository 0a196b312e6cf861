import fc from 'fast-check';
import { RunBudget } from '../../../shared/credits/run-budget';
import { times } from '../../setup/chance';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');

test('a limit that was passed leaves nothing', () => {
  const budget = new RunBudget(10, { settled: 8, doubtful: new Map([['c1', 5]]), sinceMs: NOW });
  expect([budget.used, budget.left, budget.unsure]).toEqual([13, 0, 5]);
});

test('what does not fit is not set aside; what is set aside for it already counts', () => {
  const budget = new RunBudget(5, { settled: 0, doubtful: new Map([['p1', 3]]), sinceMs: NOW });
  expect([budget.hold('p2', 3, NOW), budget.hold('p1', 5, NOW), budget.left]).toEqual([false, true, 0]);
});

test('a refusal gives back what was set aside for its request, and not what an earlier one may have cost', () => {
  const budget = new RunBudget(10);
  budget.hold('p1', 3, NOW);
  budget.lose('p1');
  budget.hold('p1', 7, NOW);
  budget.release('p1');
  expect([budget.used, budget.lostFor('p1')]).toEqual([3, 3]);
});

test('what was lost and noted before those 30 days is noted anew before it is asked for again', () => {
  const lost = new Map([['c', 1]]);
  const budget = new RunBudget(5, { settled: 0, doubtful: lost, sinceMs: NOW });
  budget.keptNote(budget.toNote());
  const later = NOW + 31 * DAY_MS;
  budget.expire(later);
  expect(budget.hold('c', 1, later)).toBe(true);
  expect([budget.used, budget.isNoted]).toEqual([2, false]);
});

test('what was lost is not charged anew within 30 days, and counts for good after them', () => {
  const lost = { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: NOW };
  const [soon, late] = [new RunBudget(1, lost), new RunBudget(1, lost)];
  soon.expire(NOW + 28 * DAY_MS);
  late.expire(NOW + 30 * DAY_MS);
  expect([soon.hold('c1', 1, NOW), soon.unsure]).toEqual([true, 1]);
  expect([late.hold('c1', 1, NOW), late.unsure, late.used]).toEqual([false, 0, 1]);
});

test('of what was lost nobody knows when, it is not taken to be free', () => {
  const budget = new RunBudget(1, { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: null });
  budget.expire(NOW);
  expect([budget.used, budget.unsure]).toEqual([1, 0]);
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
        if (!budget.hold(name, most, NOW)) continue;
        const refused = end === 0;
        // The service charges each look-up once.
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
  budget.hold('a', 1, NOW);
  const first = budget.toNote();
  budget.release('a');
  budget.hold('b', 1, NOW);
  const second = budget.toNote();
  budget.keptNote(first);
  budget.hold('a', 1, NOW);
  expect(budget.isNoted).toBe(false);
  budget.release('a');
  budget.keptNote(second);
  expect(budget.isNoted).toBe(true);
});
