import { PressButton } from '../common/press-button';
import type { FreezeWhat, Freezing } from '../bulk-host';
import { Outcome } from '../common/outcome';
import { toRestoreLabel, toRestoreText } from './restore-text';
import { useTerms } from './use-terms';

/** Turns formulas into their values and back. What comes back may cost something, and then the card asks first. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const terms = useTerms((agreed) => freezing.restore(agreed), toRestoreText);
  const freeze = (name: string, what: FreezeWhat) => (
    <PressButton isOff={terms.isBusy} onPress={() => terms.act('Freezing…', () => freezing.freeze(what))}>
      {name}
    </PressButton>
  );
  return (
    <section class="freeze" aria-labelledby="freeze-title">
      <h2 id="freeze-title" tabIndex={-1} ref={terms.title}>
        Freeze formulas
      </h2>
      <p class="hint">
        Formulas become the values they show, and are listed on the sheet Trace formulas. Problems stay formulas. Free.
      </p>
      <div class="buttons">
        {freeze('Freeze selection', 'selection')}
        {freeze('Freeze sheet', 'sheet')}
        {freeze('Freeze all sheets', 'file')}
        <PressButton isOff={terms.isBusy} onPress={() => terms.enter('Restoring…')}>
          Restore formulas
        </PressButton>
      </div>
      <Outcome {...terms} />
      {terms.asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => terms.agree('Restoring…')}>
            {toRestoreLabel(terms.asked)}
          </PressButton>
          <PressButton onPress={terms.decline}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
