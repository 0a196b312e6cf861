import { useEffect } from 'preact/hooks';
import type { RunStage } from '../bulk/run-stage';
import type { KeyStatus } from '../../client/check-key';
import { LastRunCard } from './last-run-card';
import type { ListsParts } from '../lists';
import type { PanelHost } from '../panel-host';
import { ProblemsCard } from './problems-card';
import type { Loaded } from '../frame/loaded-tabs';
import type { Retry } from '../use-retry';
import type { Spending } from '../state/use-spending';
import { WaitingCard } from './waiting-card';

interface Props {
  readonly host: PanelHost;
  readonly spending: Spending;
  readonly retry: Retry;
  /** `null`: no sheet to fill. */
  readonly stage: RunStage | null;
  readonly lists: Loaded<ListsParts>;
  /** `null`: not known yet. */
  readonly keyStatus: KeyStatus | null;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  readonly onKey: () => void;
  readonly onRaiseLimit: () => void;
  readonly onEnrich: () => void;
}

/** What waits, what failed, the last enrichment, refreshes and flags. */
export function ActivityTab({
  host,
  spending,
  retry,
  stage,
  lists,
  keyStatus,
  isOn,
  onKey,
  onRaiseLimit,
  onEnrich,
}: Props) {
  const { fetching } = spending.state;
  useEffect(() => {
    if (isOn && fetching === null) retry.look();
  }, [host, isOn, fetching]);
  return (
    <>
      {host.offers.has('spending') && <WaitingCard spending={spending} onRaiseLimit={onRaiseLimit} />}
      {host.offers.has('retryProblems') && <ProblemsCard retry={retry} onKey={onKey} />}
      {stage !== null && <LastRunCard stage={stage} onOpen={onEnrich} />}
      {lists.is === 'ready' && host.offers.has('act') && keyStatus?.hasKey === true && (
        <>
          <lists.parts.RefreshCard key={keyStatus.account} host={host} bulk={lists.host} isOn={isOn} />
          <lists.parts.StaleCard key={`stale ${keyStatus.account}`} bulk={lists.host} isOn={isOn} />
          <lists.parts.FlagsCard key={`flags ${keyStatus.account}`} host={host} bulk={lists.host} isOn={isOn} />
        </>
      )}
    </>
  );
}
