import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from '../state/panel-state';
import { Outcome } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { CheckSource } from './check-source';
import { LastCheckView } from './what-changed';
import { RescanView } from './rescan-view';
import { useRescan } from './use-rescan';

/** Rescans companies for free, updates their answers, and shows what changed. */
export function CheckCard() {
  const { sees, keys } = usePanel();
  const isOn = sees('activity');
  const { host: bulk } = useSheet();
  const rescan = useRescan(isOn);
  const { isStarting, start, lastCheck } = rescan;
  const card = useRef<HTMLElement>(null);
  const newest = rescan.rescans?.[0]?.id;
  const isStarted = useRef(false);
  // Its progress begins below the button, perhaps out of view.
  useLayoutEffect(() => {
    if (isStarted.current) card.current?.querySelector('article')?.scrollIntoView({ block: 'nearest' });
    isStarted.current = false;
  }, [newest]);
  const startInView = (domains: readonly string[]): Promise<boolean> => {
    isStarted.current = true;
    return start(domains);
  };
  const { key } = keys.state;
  return (
    <section ref={card} aria-labelledby="check-title">
      <h2 id="check-title" tabIndex={-1}>
        Check for changes
      </h2>
      <p class="hint">Rescan companies for free, then update their answers and see what changed.</p>
      <CheckSource isOn={isOn} isStarting={isStarting} start={startInView} />
      <Outcome isBusy={isStarting} said={isStarting ? 'Asking Trace…' : ''} problem={rescan.problem} />
      {rescan.rescans?.map((each) => (
        <RescanView
          key={each.id}
          rescan={each}
          isOn={isOn}
          onKeep={rescan.keep}
          onDrop={() => rescan.drop(each)}
          onSendRest={() => rescan.sendRest(each)}
        />
      ))}
      {lastCheck !== null && key?.hasKey === true && lastCheck.account === key.account && (
        <LastCheckView check={lastCheck} />
      )}
      {(rescan.rescans?.length ?? 0) > 0 && <p class="note">{bulk.notesNote}</p>}
    </section>
  );
}
