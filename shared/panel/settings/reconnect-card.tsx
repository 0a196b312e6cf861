import type { Freezing } from '../bulk-host';
import { Outcome } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { toReconnectLabel, toReconnectText } from './restore-text';
import { useTerms } from './use-terms';

/** Enters the Trace formulas of a file that came from another program. Shows the price first. */
export function ReconnectCard({ freezing }: { readonly freezing: Freezing }) {
  const terms = useTerms((agreed) => freezing.reconnect(agreed), toReconnectText);
  return (
    <section class="freeze" aria-labelledby="reconnect-title">
      <h2 id="reconnect-title" tabIndex={-1} ref={terms.title}>
        Reconnect formulas
      </h2>
      <p class="hint">{freezing.reconnectNote} Shows the price first.</p>
      <div class="buttons">
        <PressButton isOff={terms.isBusy} onPress={() => terms.enter('Reading the formulas of this file…')}>
          Reconnect formulas
        </PressButton>
      </div>
      <Outcome {...terms} />
      {terms.asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => terms.agree('Reconnecting…')}>
            {toReconnectLabel(terms.asked)}
          </PressButton>
          <PressButton onPress={terms.decline}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
