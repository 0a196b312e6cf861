import { firstAnswerDrawn } from '../../../workbook/page/first-answer';

/** A grid that draws what its formulas answer when the test says so. */
function setUp() {
  const applied = new Set<() => void>();
  const formula = {
    calculationResultApplied(callback: () => void) {
      applied.add(callback);
      return { dispose: () => void applied.delete(callback) };
    },
  };
  const invocations = { isAnswering: false };
  let isDrawn = false;
  const drawn = firstAnswerDrawn({ getFormula: () => formula }, invocations);
  void drawn.then(() => (isDrawn = true));
  return {
    applied,
    invocations,
    apply: () => applied.forEach((callback) => callback()),
    async isDrawnAfter(ms: number) {
      await jest.advanceTimersByTimeAsync(ms);
      return isDrawn;
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('cells that are still waiting are no answer', async () => {
  const { apply, invocations, isDrawnAfter, applied } = setUp();
  apply();
  expect(await isDrawnAfter(100)).toBe(false);
  invocations.isAnswering = true;
  apply();
  expect(await isDrawnAfter(100)).toBe(true);
  expect(applied.size).toBe(0);
});

it('a slow service holds the rest of the page back for two seconds at most', async () => {
  const { isDrawnAfter, applied } = setUp();
  expect(await isDrawnAfter(1_900)).toBe(false);
  expect(await isDrawnAfter(200)).toBe(true);
  expect(applied.size).toBe(0);
});
