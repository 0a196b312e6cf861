import { say } from '../../errors/say';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkHost, CacheSize } from '../bulk-host';
import { count } from '../common/words';
import { usePanel } from '../state/panel-state';
import { makeSpaced } from '../state/timing';
import { attempt } from '../common/bulk-engine';

interface Props {
  readonly host: BulkHost;
}

/** Measuring takes longer the more there is. */
const GAP_MS = 3_000;

const EARLIER = 'Data of an earlier version of Trace in this file goes too. This version cannot read it.';
const LOST = 'Cells keep their values, but enrichments can no longer be undone.';

/** The saved answers, and the buttons that clear them. */
export function StoredSection({ host }: Props) {
  const { keys, sees, onRemoved } = usePanel();
  const isOn = sees('settings');
  const [size, setSize] = useState<CacheSize | null>(null);
  const [asked, setAsked] = useState<'clear' | 'remove' | null>(null);
  const [isEarlier, setEarlier] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const ask = (what: 'clear' | 'remove', button: HTMLButtonElement): void => {
    opener.current = button;
    setAsked(what);
    if (what === 'remove') void attempt(() => host.hasEarlierStores()).then((has) => setEarlier(has.ok && has.value));
  };
  /** The question disappears, and a keyboard continues where it was asked. */
  const close = (): void => {
    setAsked(null);
    opener.current?.focus();
  };
  const look = (): void => {
    void attempt(() => host.cacheSize()).then((read) => setSize(read.ok ? read.value : null));
  };
  // Another key has other saved answers.
  useEffect(() => {
    if (isOn) look();
  }, [host, keys.news, isOn]);
  // Formulas and runs add to it meanwhile.
  useEffect(() => {
    const { call, stop } = makeSpaced(look, GAP_MS);
    const place = section.current!;
    place.addEventListener('mousemove', call);
    place.addEventListener('focusin', call);
    return () => {
      stop();
      place.removeEventListener('mousemove', call);
      place.removeEventListener('focusin', call);
    };
  }, [host]);
  const act = async (done: string, doIt: () => Promise<void>): Promise<void> => {
    close();
    setSaid('One moment…');
    setProblem('');
    const ended = await attempt(doIt);
    setSaid(ended.ok ? done : '');
    setProblem(ended.ok ? '' : say(ended.error, 'run'));
    look();
  };
  return (
    <section ref={section} aria-labelledby="stored-title">
      <h2 id="stored-title">Saved answers</h2>
      {/* Its line is kept free: the buttons must not move under the pointer when it comes. */}
      <p>{size === null ? '\u00a0' : toSizeText(size)}</p>
      <div class="buttons">
        <button type="button" onClick={({ currentTarget }) => ask('clear', currentTarget)}>
          Clear saved answers
        </button>
        <button type="button" onClick={({ currentTarget }) => ask('remove', currentTarget)}>
          Remove Trace from this file
        </button>
      </div>
      {asked === 'clear' && (
        <Question
          text="Formulas then ask Trace again. Companies paid for within 30 days cost nothing."
          action="Clear them"
          onAct={() => void act('Saved answers cleared.', () => host.clearCache())}
          onCancel={close}
        />
      )}
      {asked === 'remove' && (
        <Question
          text={['This removes your key, limits and saved answers.', LOST, host.removalNote, isEarlier ? EARLIER : '']
            .filter(Boolean)
            .join(' ')}
          action="Remove Trace"
          onAct={() =>
            void act('Trace is removed from this file.', async () => {
              await host.removeTrace();
              onRemoved();
            })
          }
          onCancel={close}
        />
      )}
      <p role="status">{said}</p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}

interface QuestionProps {
  readonly text: string;
  readonly action: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

function Question({ text, action, onAct, onCancel }: QuestionProps) {
  return (
    <div class="asked" role="group" aria-label={action}>
      <p>{text}</p>
      <div class="buttons">
        <button type="button" onClick={onAct}>
          {action}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function toSizeText({ answers, characters }: CacheSize): string {
  const kilobytes = characters === null ? '' : `, ${count(Math.ceil(characters / 1_024), 'KB', 'KB')}`;
  return answers === null ? 'Answers are saved.' : `${count(answers, 'saved answer', 'saved answers')}${kilobytes}.`;
}
