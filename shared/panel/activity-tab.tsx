import type { RunStage } from './bulk/run-stage';
import { LastRunCard } from './last-run-card';
import type { PageHost } from './page-host';
import { RetryCard } from './retry-card';
import type { Retry } from './use-retry';
import type { Spending } from './use-spending';
import { WaitingCard } from './waiting-card';

interface Props {
  readonly host: PageHost;
  readonly spending: Spending;
  readonly retry: Retry;
  /** `null`: no sheet to fill. */
  readonly stage: RunStage | null;
  readonly onRaiseLimit: () => void;
  readonly onEnrich: () => void;
}

/** What waits, what failed, and the last enrichment. */
export function ActivityTab({ host, spending, retry, stage, onRaiseLimit, onEnrich }: Props) {
  return (
    <>
      {host.offers.has('spending') && <WaitingCard spending={spending} onRaiseLimit={onRaiseLimit} />}
      {host.offers.has('retryProblems') && <RetryCard retry={retry} />}
      {stage !== null && <LastRunCard stage={stage} onOpen={onEnrich} />}
    </>
  );
}
