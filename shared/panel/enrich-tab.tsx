import type { RunStage } from './bulk/run-stage';
import { NotLoaded } from './not-loaded';
import type { EnrichParts } from './enrich';
import type { Loaded } from './use-loaded';

export type Enrich = Loaded<EnrichParts>;

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
  if (enrich.is !== 'ready') return <NotLoaded is={enrich.is} title="Enrich" />;
  const { BulkSection } = enrich.parts;
  return <BulkSection host={enrich.host} isShown={isShown} isOpen={isOpen} onStage={onStage} />;
}
