import { toResultText, toRunText } from '../enrich/run-text';
import { isSuccess, toEndedTitle } from '../enrich/news';
import { OTHER_REASON, toOtherTitle } from '../enrich/other-run-text';
import type { RunStage } from '../enrich/run-stage';
import { usePanel } from '../state/panel-state';
import { PressButton } from '../common/press-button';

/** The enrichment under way or the last one, and the way to it. */
export function LastRunCard() {
  const { stage, open } = usePanel();
  return (
    <section aria-labelledby="last-run-title">
      <h2 id="last-run-title">Last enrichment</h2>
      <StageText stage={stage} />
      {stage.is !== 'opening' && (
        <div class="buttons">
          <PressButton onPress={() => open('enrich', '#tab-enrich')}>
            {stage.is === 'free' ? 'Enrich a column' : 'Open in Enrich'}
          </PressButton>
        </div>
      )}
    </section>
  );
}

function StageText({ stage }: { readonly stage: RunStage }) {
  switch (stage.is) {
    case 'opening':
      return <p class="is-busy">Looking for an earlier enrichment…</p>;
    case 'free':
      return <p class="hint">None in this file.</p>;
    case 'running': {
      const { rows, progress } = stage.running;
      const done = progress?.done ?? 0;
      return (
        <>
          <p class="waiting is-busy">{toRunText({ rows, done })}</p>
          <progress aria-label="Enriched rows" max={Math.max(1, rows)} value={done} />
        </>
      );
    }
    case 'damaged':
      return <p class="problem">Its record is damaged.</p>;
    case 'ended': {
      const { enrichment, end } = stage.ended;
      if (!enrichment.isOwn) {
        return (
          <>
            <p class="waiting">{toOtherTitle(enrichment.head)}</p>
            <p class="hint">{OTHER_REASON}</p>
          </>
        );
      }
      return (
        <>
          <p class={isSuccess(enrichment) ? 'waiting is-set' : 'waiting'}>{toEndedTitle(stage.ended)}</p>
          <p>{toResultText(enrichment, end?.why ?? null)}</p>
        </>
      );
    }
  }
}
