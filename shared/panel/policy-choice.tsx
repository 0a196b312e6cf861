import type { SpendPolicy } from '../credits/spend-policy';
import { CreditsField, CreditsProblem } from './credits-field';
import { useCreditsEntry } from './use-credits-entry';

const LIMIT = 'spend-limit';

interface Props {
  readonly policy: SpendPolicy;
  /** The text of the field, whichever policy is chosen. */
  readonly dailyLimit: number;
  readonly onChoose: (policy: SpendPolicy) => void;
}

/** What formulas may spend without asking. Typing a limit selects that choice. */
export function PolicyChoice({ policy, dailyLimit, onChoose }: Props) {
  const limit = useCreditsEntry(dailyLimit, 1, (credits) => {
    if (credits === null || (policy.mode === 'daily' && policy.limit === credits)) return;
    onChoose({ mode: 'daily', limit: credits });
  });
  const choose = (chosen: SpendPolicy): void => {
    limit.reset();
    onChoose(chosen);
  };
  const radio = (mode: SpendPolicy['mode'], onChosen: () => void) => (
    <input
      id={`spend-${mode}`}
      type="radio"
      name="policy"
      checked={policy.mode === mode}
      onChange={onChosen}
      {...(mode === 'daily' ? { 'aria-labelledby': `${LIMIT}-before ${LIMIT} ${LIMIT}-after` } : {})}
    />
  );
  return (
    <fieldset class="bare">
      <legend>Formulas in this file may spend</legend>
      <label class="choice">
        {radio('freely', () => choose({ mode: 'freely' }))}
        Freely
      </label>
      <div class="choice">
        {radio('daily', limit.commit)}
        <label id={`${LIMIT}-before`} for="spend-daily">
          Up to
        </label>
        <CreditsField
          id={LIMIT}
          name="Up to how many credits a day"
          text={limit.text}
          problem={limit.problem}
          onType={limit.type}
          onEntered={limit.enter}
        />
        <label id={`${LIMIT}-after`} for="spend-daily">
          credits a day
        </label>
      </div>
      <CreditsProblem id={LIMIT} problem={limit.problem} />
      <label class="choice">
        {radio('onRequest', () => choose({ mode: 'onRequest' }))}
        Only what I approve
      </label>
    </fieldset>
  );
}
