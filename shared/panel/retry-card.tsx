import { PressButton } from './bulk/press-button';
import { Outcome } from './outcome';
import type { Retry } from './use-retry';

/** Recalculates cells that show a problem. Cells with answers are left alone, so that nothing is asked twice. */
export function RetryCard({ retry }: { readonly retry: Retry }) {
  const { isBusy, isSuggested, said, problem } = retry;
  return (
    <section aria-labelledby="retry-title">
      <h2 id="retry-title">Cells with problems</h2>
      <p class="hint">
        {isSuggested
          ? 'New key: cells that needed one can get answers now.'
          : 'Asks Trace again for cells that show a problem. Other cells stay as they are.'}
      </p>
      <div class="buttons">
        <PressButton isMain={isSuggested} isOff={isBusy} onPress={() => void retry.retry()}>
          Retry problems
        </PressButton>
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </section>
  );
}
