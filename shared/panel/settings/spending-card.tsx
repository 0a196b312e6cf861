import type { SpendPolicy } from '../../credits/daily-spending';
import { usePanel } from '../state/panel-state';
import type { SpendingStatus } from '../protocol';
import { shownOwnerLimit, shownPolicy } from '../state/spending-state';
import { toFormulasText, toKeepLabel, toRunsText, toSavedText, toUnconfirmedText } from '../state/spending-text';
import { CreditsField, CreditsProblem, useCreditsEntry } from '../common/fields/credits-field';
import { Figures } from '../common/figures';
import { Outcome } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** Who pays, what was spent today, and what formulas may spend. */
export function SpendingCard() {
  const { host, spending } = usePanel();
  const { state, read, choose, limit } = spending;
  const { status, saves, problem } = state;
  const note = host.choiceNote?.() ?? '';
  return (
    <section aria-labelledby="spending-title">
      <h2 id="spending-title">Spending</h2>
      {host.payer !== undefined && <p class="hint">{host.payer}</p>}
      {status === null && problem === null && <p class="is-busy">Adding up the credits used…</p>}
      {status === null && problem !== null && <PressButton onPress={read}>Retry</PressButton>}
      {status !== null && (
        <>
          <Figures
            of={[
              ['Formulas today', toFormulasText(status)],
              ['Enrichments today', toRunsText(status)],
            ]}
          />
          <p class="note">{host.countedNote} Resets at midnight UTC.</p>
          {status.unconfirmed !== undefined && (
            <Unconfirmed status={status} asked={status.unconfirmed} onKeep={choose} />
          )}
          <PolicyChoice policy={shownPolicy(state)} dailyLimit={state.dailyLimit} onChoose={choose} />
          {note !== '' && <p class="hint">{note}</p>}
          {status.isOthers === true && <p class="hint">Formulas never spend more than the file's owner allows.</p>}
          {host.offers.has('setOwnerLimit') && <OwnerLimit ownerLimit={shownOwnerLimit(state)} onLimit={limit} />}
        </>
      )}
      <Outcome
        isBusy={saves > 0}
        said={toSavedText(state)}
        problem={problem?.isOfFetch === false ? problem.sentence : ''}
      />
    </section>
  );
}

interface UnconfirmedProps {
  readonly status: SpendingStatus;
  /** What the file has allowed so far. */
  readonly asked: SpendPolicy;
  readonly onKeep: (policy: SpendPolicy) => void;
}

/** Either answer is the owner's choice, so this is asked only once. */
function Unconfirmed({ status, asked, onKeep }: UnconfirmedProps) {
  return (
    <>
      <p class="hint">{toUnconfirmedText(status)}</p>
      <div class="buttons">
        <PressButton onPress={() => onKeep(asked)}>{toKeepLabel(asked)}</PressButton>
        <PressButton onPress={() => onKeep(status.policy)}>{toKeepLabel(status.policy)}</PressButton>
      </div>
    </>
  );
}

const LIMIT = 'spend-limit';

interface PolicyChoiceProps {
  readonly policy: SpendPolicy;
  /** The text of the field, whichever policy is chosen. */
  readonly dailyLimit: number;
  readonly onChoose: (policy: SpendPolicy) => void;
}

/** What formulas may spend without asking. Typing a limit selects that choice. */
function PolicyChoice({ policy, dailyLimit, onChoose }: PolicyChoiceProps) {
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
        <CreditsField id={LIMIT} name="Up to how many credits a day" typing={limit} />
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

const FIELD = 'owner-limit';

interface OwnerLimitProps {
  readonly ownerLimit: number | null;
  readonly onLimit: (credits: number | null) => void;
}

/** A limit that belongs to the user, not to the file. */
function OwnerLimit({ ownerLimit, onLimit }: OwnerLimitProps) {
  const limit = useCreditsEntry(ownerLimit, 0, (credits) => {
    if (credits !== ownerLimit) onLimit(credits);
  });
  return (
    <fieldset class="bare">
      <legend>Limit for every file I own</legend>
      <div class="choice">
        <label for={FIELD}>Up to</label>
        <CreditsField
          id={FIELD}
          name="In all files I own: no more than how many credits a day"
          about={`${FIELD}-about`}
          typing={limit}
        />
        <span>credits a day</span>
      </div>
      <CreditsProblem id={FIELD} problem={limit.problem} />
      <p id={`${FIELD}-about`} class="hint beside">
        Counts in each file on its own. Only you can change it. Leave it empty for no limit.
      </p>
    </fieldset>
  );
}
