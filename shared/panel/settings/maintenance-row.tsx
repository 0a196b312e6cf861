import { useRef, useState } from 'preact/hooks';
import { Outcome, useErrand } from '../common/outcome';

interface Props {
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
export function MaintenanceRow({ title, id, note, label, name, question, onAsk, action, doing, act }: Props) {
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
            <button type="button" onClick={agree}>
              {action}
            </button>
            <button type="button" onClick={close}>
              Cancel
            </button>
          </div>
        </div>
      )}
      <Outcome {...errand} />
    </section>
  );
}
