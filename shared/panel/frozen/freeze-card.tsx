import { useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { ThawTerms } from '../../functions/thaw-terms';
import type { Freezing } from '../bulk-host';
import { Outcome } from '../outcome';
import { toThawLabel, toThawText } from './thaw-text';

const FOREIGN =
  'These formulas were frozen by someone else, or by you on another computer. Thawing replaces the values with them. They call only Trace functions.';

/** Turns formulas into their values and back, and a column of formulas into one. What comes back may cost something. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  /** A thawing that has not been agreed to; `null`: none. */
  const [asked, setAsked] = useState<ThawTerms | null>(null);
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
  const thaw = async (agreed?: ThawTerms): Promise<string> => {
    const done = await freezing.thaw(agreed);
    if (typeof done === 'string') return done;
    setAsked(done);
    return toThawText(done, FOREIGN, agreed !== undefined);
  };
  /** The buttons that are answered with go away. */
  const answer = (doing: string, errand: () => Promise<string>): void => {
    title.current?.focus();
    void act(doing, errand);
  };
  const button = (name: string, doing: string, errand: () => Promise<string>) => (
    <PressButton isOff={isBusy} onPress={() => void act(doing, errand)}>
      {name}
    </PressButton>
  );
  const freeze = (name: string, what: Parameters<Freezing['freeze']>[0]) =>
    button(name, 'Freezing…', () => freezing.freeze(what));
  return (
    <section class="freeze" aria-labelledby="freeze-title">
      <h2 id="freeze-title" tabIndex={-1} ref={title}>
        Freeze formulas
      </h2>
      <p class="hint">Formulas become the values they show. Problems stay formulas. Free, and you can thaw them.</p>
      <div class="buttons">
        {freeze('Freeze selection', 'selection')}
        {freeze('Freeze sheet', 'sheet')}
        {freeze('Freeze all sheets', 'file')}
        {button('Thaw frozen formulas', 'Thawing…', () => thaw())}
      </div>
      <p class="hint">Equal formulas below each other can be one range formula. Select one of them first.</p>
      <div class="buttons">
        {button('Make one range formula', 'Replacing formulas…', () => freezing.toOneFormula())}
        {button('Split into formulas', 'Replacing the formula…', () => freezing.toFormulas())}
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
      {asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => answer('Thawing…', () => thaw(asked))}>
            {toThawLabel(asked)}
          </PressButton>
          <PressButton onPress={() => answer('', async () => '')}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
