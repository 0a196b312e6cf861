import { useState } from 'preact/hooks';
import { attempt } from '../common/bulk-engine';
import type { BulkHost } from '../bulk-host';
import { usePanel } from '../state/panel-state';
import { MaintenanceRow } from './maintenance-row';

interface Props {
  readonly host: BulkHost;
}

const LOST = 'Cells keep their values, but enrichments can no longer be undone.';
const EARLIER = 'Data of an earlier version of Trace goes too. This version cannot read it.';

/** Removes everything that Trace keeps for this file. */
export function RemoveRow({ host }: Props) {
  const { onRemoved } = usePanel();
  const [isEarlier, setEarlier] = useState(false);
  const lookForEarlier = (): void => {
    void attempt(() => host.hasEarlierStores()).then((has) => setEarlier(has.ok && has.value));
  };
  return (
    <MaintenanceRow
      title="Remove Trace"
      id="remove-title"
      note="From this file, with your key. Cells keep their values."
      label="Remove"
      name="Remove Trace from this file"
      question={[...host.removalNotes, LOST, ...(isEarlier ? [EARLIER] : [])].join(' ')}
      onAsk={lookForEarlier}
      action="Remove Trace"
      doing="Removing…"
      act={async () => {
        await host.removeTrace();
        onRemoved();
        return '';
      }}
    />
  );
}
