import { Figures } from '../common/figures';
import { Outcome, Said } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { toProblemLines, toProblemsText } from '../state/problem-reasons';
import { usePanel } from '../state/panel-state';
import { toRetryLabel, toSuggestionText } from '../state/retry-text';

/** How many cells show a problem and why, with the button that helps. Cells with answers are left alone. */
export function ProblemsCard() {
  const { retry, openKey } = usePanel();
  const { isBusy, suggested, reasons, isCounting, said, problem } = retry;
  const isSuggested = suggested !== null;
  const helps = new Set(reasons?.map(({ help }) => help));
  // If the cells could not be counted, a retry may help.
  const isRetried = isSuggested || (reasons === null ? !isCounting : helps.has('retry'));
  const hint = reasons === null && isCounting ? 'Counting cells with problems…' : toProblemsText(reasons);
  return (
    <section aria-labelledby="retry-title">
      <h2 id="retry-title">Cells with problems</h2>
      <Said style="hint">{suggested === null ? hint : toSuggestionText(suggested)}</Said>
      {reasons !== null && reasons.some(({ title }) => title !== '') && <Figures of={toProblemLines(reasons)} />}
      <div class="buttons">
        {helps.has('key') && !isSuggested && (
          <PressButton isMain onPress={openKey}>
            Check key
          </PressButton>
        )}
        {(isRetried || said !== '') && (
          <PressButton isMain={isSuggested} isOff={isBusy || !isRetried} onPress={() => void retry.retry()}>
            {toRetryLabel(suggested)}
          </PressButton>
        )}
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </section>
  );
}
