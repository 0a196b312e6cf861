import type { RunStage } from './bulk/run-stage';
import type { Enrich } from './use-enrich';

interface Props {
  readonly enrich: Enrich;
  /** Whether somebody sees the panel. */
  readonly isShown: boolean;
  /** Whether this tab is open. */
  readonly isOpen: boolean;
  readonly onStage: (stage: RunStage) => void;
}

/** The tab that fills columns, once its script is loaded. */
export function EnrichTab({ enrich, isShown, isOpen, onStage }: Props) {
  switch (enrich.is) {
    case 'loading':
      return (
        <p role="status" class="is-busy">
          Loading…
        </p>
      );
    case 'failed':
      return (
        <section class="card">
          <h2>Enrich did not load</h2>
          <p role="alert">You may be offline, or Trace was updated. Your sheet is unchanged. Reload to try again.</p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </section>
      );
    case 'ready': {
      const { BulkSection } = enrich.parts;
      return <BulkSection host={enrich.host} isShown={isShown} isOpen={isOpen} onStage={onStage} />;
    }
  }
}
