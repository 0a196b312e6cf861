import type { Invocations } from '../functions/invocations';

/** Dispatched by the page once it has loaded everything that its first answer does not need. */
export const ALL_LOADED = 'trace:all-loaded';

/** A slow service must not delay the panel. */
const AT_MOST_MS = 2_000;

/** The part of the grid's scripting facade that tells when answers are in the cells. */
interface Calculating {
  getFormula(): { calculationResultApplied(callback: () => void): { dispose(): void } };
}

/** Resolves once an answer is drawn, or there is none to wait for. Call before the first calculation. */
export function firstAnswerDrawn(api: Calculating, invocations: Pick<Invocations, 'isAnswering'>): Promise<void> {
  return new Promise((resolve) => {
    // Reported once the browser is idle, so the grid has drawn what was calculated.
    const applied = api.getFormula().calculationResultApplied(() => {
      if (invocations.isAnswering) end();
    });
    const end = (): void => {
      clearTimeout(timer);
      applied.dispose();
      resolve();
    };
    const timer = setTimeout(end, AT_MOST_MS);
  });
}
