import type { SpendPolicy } from '../credits/spend-policy';
import { OwnerLimit } from './owner-limit';
import type { PanelHost } from './panel-host';
import { PolicyChoice } from './policy-choice';
import type { SpendingStatus } from './protocol';
import { shownOwnerLimit, shownPolicy } from './spending-state';
import { toFormulasText, toKeepLabel, toRunsText, toSavedText, toUnconfirmedText } from './spending-text';
import type { Spending } from './use-spending';

interface Props {
  readonly host: PanelHost;
  readonly spending: Spending;
}

/** Who pays, what was spent, and what may be spent. */
export function SpendingCard({ host, spending }: Props) {
  const { state, look, choose, limit } = spending;
  const { status, saves, problem } = state;
  const note = host.choiceNote?.() ?? '';
  return (
    <section aria-labelledby="spending-title">
      <h2 id="spending-title">Spending</h2>
      {host.payer !== undefined && <p class="hint">{host.payer}</p>}
      {status === null && problem === null && <p class="is-busy">Adding up the credits used…</p>}
      {status === null && problem !== null && (
        <button type="button" onClick={look}>
          Look again
        </button>
      )}
      {status !== null && (
        <>
          <dl class="figures">
            <dt>Formulas today</dt>
            <dd>{toFormulasText(status)}</dd>
            <dt>Enrichments today</dt>
            <dd>{toRunsText(status)}</dd>
          </dl>
          <p class="note">Counted on this device. Resets at midnight UTC.</p>
          {status.unconfirmed !== undefined && (
            <Unconfirmed status={status} asked={status.unconfirmed} onKeep={choose} />
          )}
          <PolicyChoice policy={shownPolicy(state)} dailyLimit={state.dailyLimit} onChoose={choose} />
          {note !== '' && <p class="hint">{note}</p>}
          {status.isOthers === true && <p class="hint">Formulas never spend more than the file's owner allows.</p>}
          {host.offers.has('setOwnerLimit') && <OwnerLimit ownerLimit={shownOwnerLimit(state)} onLimit={limit} />}
        </>
      )}
      <p role="status" class={saves > 0 ? 'is-busy' : ''}>
        {toSavedText(state)}
      </p>
      <p role="alert" class="problem">
        {problem?.isOfFetch === true ? '' : problem?.sentence}
      </p>
    </section>
  );
}

interface UnconfirmedProps {
  readonly status: SpendingStatus;
  /** What the file has allowed so far. */
  readonly asked: SpendPolicy;
  readonly onKeep: (policy: SpendPolicy) => void;
}

/** Either answer is the owner's choice, so that this is asked once. */
function Unconfirmed({ status, asked, onKeep }: UnconfirmedProps) {
  return (
    <>
      <p class="hint">{toUnconfirmedText(status)}</p>
      <div class="buttons">
        <button type="button" onClick={() => onKeep(asked)}>
          {toKeepLabel(asked)}
        </button>
        <button type="button" onClick={() => onKeep(status.policy)}>
          {toKeepLabel(status.policy)}
        </button>
      </div>
    </>
  );
}
