import { say } from '../../errors/say';
import { useRef, useState } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { Outcome, useErrand } from '../common/outcome';
import { usePanel } from '../state/panel-state';
import { MaintenanceRow } from './maintenance-row';
import { Question } from './question';

interface Props {
  readonly host: BulkHost;
}

const LOST = 'Cells keep their values, but enrichments can no longer be undone.';

/** Removes everything that Trace keeps for this file. */
export function RemoveRow({ host }: Props) {
  const { onRemoved } = usePanel();
  const [isAsked, setAsked] = useState(false);
  const errand = useErrand();
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAsked(false);
    opener.current?.focus();
  };
  const remove = async (): Promise<void> => {
    close();
    errand.begin('Removing…');
    const ended = await attempt(() => host.removeTrace());
    if (ended.ok) onRemoved();
    else errand.fail(say(ended.error, 'action'));
  };
  return (
    <MaintenanceRow
      title="Remove Trace"
      id="remove-title"
      note="From this file, with your key. Cells keep their values."
      label="Remove"
      name="Remove Trace from this file"
      buttonRef={opener}
      onPress={() => setAsked(true)}
    >
      {isAsked && (
        <Question
          text={[...host.removalNotes, LOST].join(' ')}
          action="Remove Trace"
          onAct={() => void remove()}
          onCancel={close}
        />
      )}
      <Outcome {...errand} />
    </MaintenanceRow>
  );
}
