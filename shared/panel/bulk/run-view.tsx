import { toAnsweredText, toPaceText, toRunText } from './bulk-text';
import { PressButton } from './press-button';
import type { Running } from './running';
import type { ScrollAlong } from './use-scroll-along';

interface Props {
  readonly running: Running;
  readonly scrolling: ScrollAlong;
  readonly onPause: () => void;
  readonly onStop: () => void;
}

const ENDING = { pause: 'Pausing after these rows…', stop: 'Stopping after these rows…' } as const;

/** A run under way. Closing the panel loses at most the current block. */
export function RunView({ running, scrolling, onPause, onStop }: Props) {
  const { rows, progress, answered, said, notes, wish } = running;
  // Before it is told for the first time, rows may be paid for already, and a run that goes on has paid for some.
  const shown = progress ?? { rows, done: 0 };
  const text = toRunText(shown);
  const pace = progress !== null ? toPaceText(progress) : answered !== null ? toAnsweredText(answered) : '';
  return (
    <>
      <p class="waiting is-busy">Enriching: {text}</p>
      <progress aria-label="Rows done" max={Math.max(1, shown.rows)} value={shown.done}>
        {text}
      </progress>
      {pace !== '' && <p class="pace">{pace}</p>}
      <p role="status">{wish === 'goOn' ? said || (pace === '' ? 'Starting…' : '') : ENDING[wish]}</p>
      {notes.map((note) => (
        <p key={note} role="status">
          {note}
        </p>
      ))}
      <div class="buttons">
        <PressButton isOff={wish !== 'goOn'} onPress={onPause}>
          Pause
        </PressButton>
        <PressButton isOff={wish !== 'goOn'} onPress={onStop}>
          Stop
        </PressButton>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={scrolling.isOn}
          onChange={({ currentTarget }) => scrolling.set(currentTarget.checked)}
        />
        Show rows in the sheet as they are filled
      </label>
      <p class="note">
        Keep this panel open. If it closes, you can continue or undo here. You may sort, insert or filter rows
        meanwhile.
      </p>
    </>
  );
}
