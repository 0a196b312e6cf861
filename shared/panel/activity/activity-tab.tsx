import { useEffect } from 'preact/hooks';
import type { Loaded } from '../frame/loaded-tabs';
import type { ListsParts } from '../lists';
import { Sheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';
import { LastRunCard } from './last-run-card';
import { ProblemsCard } from './problems-card';
import { WaitingCard } from './waiting-card';

interface Props {
  readonly lists: Loaded<ListsParts>;
}

/** Waiting cells, problems, the last enrichment, and checks for changes. */
export function ActivityTab({ lists }: Props) {
  const { host, keys, spending, retry, sees } = usePanel();
  const { key } = keys.state;
  const { fetching } = spending.state;
  const isOn = sees('activity');
  useEffect(() => {
    if (isOn && fetching === null) retry.read();
  }, [host, isOn, fetching]);
  return (
    <>
      {host.offers.has('spending') && <WaitingCard />}
      {host.offers.has('retryProblems') && <ProblemsCard />}
      {host.bulk !== undefined && <LastRunCard />}
      {lists.is === 'ready' && host.offers.has('act') && key?.hasKey === true && (
        <Sheet key={key.account} host={lists.host}>
          <lists.parts.CheckCard />
        </Sheet>
      )}
    </>
  );
}
