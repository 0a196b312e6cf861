import { OwnerLimit } from './owner-limit';
import type { PanelHost } from './panel-host';
import { PolicyChoice } from './policy-choice';
import { shownOwnerLimit, shownPolicy } from './spending-state';
import { toFormulasText, toRunsText, toSavedText } from './spending-text';
import type { Spending } from './use-spending';

interface Props {
  readonly host: PanelHost;
  readonly spending: Spending;
}

/** Who pays, what was spent, and what may be spent. */
export function SpendingCard({ host, spending }: Props) {
  const { state, look, choose, limit } = spending;
  const { status, saves, problem } = state;
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
          <PolicyChoice policy={shownPolicy(state)} dailyLimit={state.dailyLimit} onChoose={choose} />
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
