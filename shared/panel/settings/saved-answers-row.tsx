import { useEffect, useState, useRef } from 'preact/hooks';
import type { BulkHost, CacheSize } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { count } from '../common/words';
import { usePanel } from '../state/panel-state';
import { makeSpaced } from '../state/timing';
import { MaintenanceRow } from './maintenance-row';

interface Props {
  readonly host: BulkHost;
}

/** The more answers are saved, the longer measuring takes. */
const GAP_MS = 3_000;

/** How many answers are saved, and the button that clears them. */
export function SavedAnswersRow({ host }: Props) {
  const { keys, sees } = usePanel();
  const isOn = sees('settings');
  const [size, setSize] = useState<CacheSize | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const measure = (): void => {
    void attempt(() => host.cacheSize()).then((read) => setSize(read.ok ? read.value : null));
  };
  // Another key has other saved answers.
  useEffect(() => {
    if (isOn) measure();
  }, [host, keys.news, isOn]);
  // Formulas and enrichments may have saved more answers meanwhile.
  useEffect(() => {
    const { call, stop } = makeSpaced(measure, GAP_MS);
    const row = place.current!;
    row.addEventListener('mousemove', call);
    row.addEventListener('focusin', call);
    return () => {
      stop();
      row.removeEventListener('mousemove', call);
      row.removeEventListener('focusin', call);
    };
  }, [host]);
  return (
    <div ref={place}>
      <MaintenanceRow
        title="Saved answers"
        id="stored-title"
        note={size === null ? '' : toSizeText(size)}
        label="Clear"
        name="Clear saved answers"
        question="Formulas will fetch their answers again. Companies paid for within 30 days stay free."
        action="Clear answers"
        doing="Clearing…"
        act={async () => {
          await host.clearCache().finally(measure);
          return 'Saved answers cleared.';
        }}
      />
    </div>
  );
}

function toSizeText({ answers, characters }: CacheSize): string {
  const kilobytes = characters === null ? '' : `, ${count(Math.ceil(characters / 1_024), 'KB', 'KB')}`;
  return answers === null ? 'Answers are saved.' : `${count(answers, 'answer', 'answers')}${kilobytes}.`;
}
