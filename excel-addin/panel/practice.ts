import { TraceError } from '../../shared/formulas';
import { isOffline, type Practice } from '../../shared/panel';

/** A file beside the panel, so that only users who practice load it. */
const FILE = 'practice.json';

/** Throws `offline` or `unreachable`. */
export async function readPractice(): Promise<Practice> {
  try {
    const response = await fetch(FILE);
    if (response.ok) return (await response.json()) as Practice;
  } catch {
    // Thrown below.
  }
  throw new TraceError(isOffline() ? 'offline' : 'unreachable', {});
}
