import { useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { RestoreTerms } from '../../functions/prices/restore-terms';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import type { FreezeWhat, Freezing } from '../bulk-host';
import { Outcome } from '../common/outcome';
import { toRestoreLabel, toRestoreText } from './restore-text';

/** Turns formulas into their values and back. What comes back may cost something, and then the card asks first. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  /** What has not been agreed to; `null`: nothing. */
  const [asked, setAsked] = useState<RestoreTerms | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const act = async (doing: string, errand: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setAsked(null);
    setProblem('');
    setSaid(doing);
    const ended = await attempt(errand);
    setBusy(false);
    setSaid(ended.ok ? ended.value : '');
    setProblem(ended.ok ? '' : say(ended.error, 'action'));
  };
  const restore = async (agreed?: RestoreTerms): Promise<string> => {
    const done = await freezing.restore(agreed);
    if (typeof done === 'string') return done;
    setAsked(done);
    return toRestoreText(done, agreed !== undefined);
  };
  /** The buttons of the question disappear. */
  const answer = (doing: string, errand: () => Promise<string>): void => {
    title.current?.focus();
    void act(doing, errand);
  };
  const freeze = (name: string, what: FreezeWhat) => (
    <PressButton isOff={isBusy} onPress={() => void act('Freezing…', () => freezing.freeze(what))}>
      {name}
    </PressButton>
  );
  return (
    <section class="freeze" aria-labelledby="freeze-title">
      <h2 id="freeze-title" tabIndex={-1} ref={title}>
        Freeze formulas
      </h2>
      <p class="hint">
        Formulas become the values they show, and are listed on the sheet Trace formulas. Problems stay formulas. Free.
      </p>
      <div class="buttons">
        {freeze('Freeze selection', 'selection')}
        {freeze('Freeze sheet', 'sheet')}
        {freeze('Freeze all sheets', 'file')}
        <PressButton isOff={isBusy} onPress={() => void act('Restoring…', () => restore())}>
          Restore formulas
        </PressButton>
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
      {asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => answer('Restoring…', () => restore(asked))}>
            {toRestoreLabel(asked)}
          </PressButton>
          <PressButton onPress={() => answer('', async () => '')}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
