import { KeyStatusLine } from './key-card';
import type { Keys } from './use-key';

/** Until the host has answered, or why it did not. */
export function KeyOpening({ keys }: { readonly keys: Keys }) {
  const { errand, problem } = keys.state;
  return (
    <section class="opening key-place" aria-label="Trace">
      <KeyStatusLine keys={keys} />
      {errand === null && (
        <button type="button" class="main" onClick={keys.look}>
          Try again
        </button>
      )}
      <p role="alert" class="problem">
        {problem?.sentence}
      </p>
    </section>
  );
}
