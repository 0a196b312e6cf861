import { say } from '../../errors/say';
import { useEffect, useState, useRef } from 'preact/hooks';
import type { BulkHost, CacheSize } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { Outcome, useErrand } from '../common/outcome';
import { count } from '../common/words';
import { usePanel } from '../state/panel-state';
import { makeSpaced } from '../state/timing';
import { MaintenanceRow } from './maintenance-row';
import { Question } from './question';

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
  const [isAsked, setAsked] = useState(false);
  const errand = useErrand();
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
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
  /** The question disappears, so the focus returns to the button that asked it. */
  const close = (): void => {
    setAsked(false);
    opener.current?.focus();
  };
  const clear = async (): Promise<void> => {
    close();
    errand.begin('Clearing…');
    const ended = await attempt(() => host.clearCache());
    if (ended.ok) errand.end('Saved answers cleared.');
    else errand.fail(say(ended.error, 'action'));
    measure();
  };
  return (
    <div ref={place}>
      <MaintenanceRow
        title="Saved answers"
        id="stored-title"
        note={size === null ? '' : toSizeText(size)}
        label="Clear"
        name="Clear saved answers"
        buttonRef={opener}
        onPress={() => setAsked(true)}
      >
        {isAsked && (
          <Question
            text="Formulas will fetch their answers again. Companies paid for within 30 days stay free."
            action="Clear answers"
            onAct={() => void clear()}
            onCancel={close}
          />
        )}
        <Outcome {...errand} />
      </MaintenanceRow>
    </div>
  );
}

function toSizeText({ answers, characters }: CacheSize): string {
  const kilobytes = characters === null ? '' : `, ${count(Math.ceil(characters / 1_024), 'KB', 'KB')}`;
  return answers === null ? 'Answers are saved.' : `${count(answers, 'answer', 'answers')}${kilobytes}.`;
}
