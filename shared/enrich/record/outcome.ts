/**
 * What became of a company, or of a text that names none. `cut`: a limit cut its list, which is asked for again.
 * `failed`: there was no answer, which is asked for again only when the person says so.
 */
const OUTCOMES = ['found', 'noData', 'notTracked', 'cut', 'failed', 'filled', 'namesNone'] as const;

export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}

/** Whether a later answer may replace what was written. */
export function isProvisional(outcome: Outcome | undefined): boolean {
  return outcome === 'cut' || outcome === 'failed';
}
