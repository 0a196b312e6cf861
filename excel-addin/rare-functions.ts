import { addSentences, TraceError } from '../shared/formulas';
import type { RareBodies } from '../shared/ports';

/** After this, a script that neither comes nor fails counts as failed. */
const GIVE_UP_MS = 30_000;

/**
 * Loads the rare functions when the first formula calls one. Formulas that come meanwhile wait for the same script, and
 * after a failure the next one asks for it again.
 */
export function rareFunctions(): () => Promise<RareBodies> {
  let loaded: Promise<RareBodies> | null = null;
  return () =>
    (loaded ??= load().catch(() => {
      loaded = null;
      throw new TraceError('partNotLoaded', {});
    }));
}

async function load(): Promise<RareBodies> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => (timer = setTimeout(reject, GIVE_UP_MS)));
  try {
    // The build makes a classic script of it: what `import()` could not load, browsers never ask for again.
    const { RARE_BODIES, RARE_SENTENCES } = await Promise.race([import('./rare-part'), tooLong]);
    addSentences(RARE_SENTENCES);
    return RARE_BODIES;
  } finally {
    clearTimeout(timer);
  }
}
