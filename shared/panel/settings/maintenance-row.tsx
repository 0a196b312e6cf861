import { useRef, useState, useEffect } from 'preact/hooks';
import { Outcome, useErrand } from '../common/outcome';
import type { BulkHost, CacheSize } from '../bulk-host';
import { count } from '../common/words';
import { makeSpaced } from '../state/timing';
import { attempt } from '../common/bulk-engine';
import { usePanel } from '../state/panel-state';
import { PressButton } from '../common/press-button';

interface RowProps {
  readonly title: string;
  readonly id: string;
  readonly note: string;
  /** On the button. */
  readonly label: string;
  /** The same with what it is about, for those who hear it without the title. */
  readonly name: string;
  /** Asked before, since it cannot be taken back. */
  readonly question: string;
  /** Called as the question is shown. */
  readonly onAsk?: () => void;
  /** The button that agrees. */
  readonly action: string;
  readonly doing: string;
  /** Does it. Returns what happened, as a sentence; rejects with why it could not. */
  readonly act: () => Promise<string>;
}

/** An action beside what it is about, with its question and its result below. */
function MaintenanceRow({ title, id, note, label, name, question, onAsk, action, doing, act }: RowProps) {
  const [isAsked, setAsked] = useState(false);
  const errand = useErrand();
  const opener = useRef<HTMLButtonElement>(null);
  const ask = (): void => {
    setAsked(true);
    onAsk?.();
  };
  /** The question disappears, so the focus returns to the button that asked it. */
  const close = (): void => {
    setAsked(false);
    opener.current?.focus();
  };
  const agree = (): void => {
    close();
    void errand.attempt(doing, act);
  };
  return (
    <section aria-labelledby={id}>
      <div class="action-row">
        <div>
          <h2 id={id}>{title}</h2>
          {/* The line is reserved, so that the button does not move under the pointer when the note appears. */}
          <p class="hint">{note === '' ? '\u00a0' : note}</p>
        </div>
        <button ref={opener} type="button" aria-label={name} onClick={ask}>
          {label}
        </button>
      </div>
      {isAsked && (
        <div class="asked" role="group" aria-label={action}>
          <p>{question}</p>
          <div class="buttons">
            <PressButton onPress={agree}>{action}</PressButton>
            <PressButton onPress={close}>Cancel</PressButton>
          </div>
        </div>
      )}
      <Outcome {...errand} />
    </section>
  );
}

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
