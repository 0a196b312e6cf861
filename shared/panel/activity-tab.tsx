import { useEffect } from 'preact/hooks';
import type { RunStage } from './bulk/run-stage';
import { LastRunCard } from './last-run-card';
import type { PageHost } from './page-host';
import { ProblemsCard } from './problems-card';
import type { Retry } from './use-retry';
import type { Spending } from './use-spending';
import { WaitingCard } from './waiting-card';

interface Props {
  readonly host: PageHost;
  readonly spending: Spending;
  readonly retry: Retry;
  /** `null`: no sheet to fill. */
  readonly stage: RunStage | null;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  readonly onKey: () => void;
  readonly onRaiseLimit: () => void;
  readonly onEnrich: () => void;
}

/** What waits, what failed, and the last enrichment. */
export function ActivityTab({ host, spending, retry, stage, isOn, onKey, onRaiseLimit, onEnrich }: Props) {
  const { fetching } = spending.state;
  useEffect(() => {
    if (isOn && fetching === null) retry.look();
  }, [host, isOn, fetching]);
  return (
    <>
      {host.offers.has('spending') && <WaitingCard spending={spending} onRaiseLimit={onRaiseLimit} />}
      {host.offers.has('retryProblems') && <ProblemsCard retry={retry} onKey={onKey} />}
      {stage !== null && <LastRunCard stage={stage} onOpen={onEnrich} />}
    </>
  );
}
