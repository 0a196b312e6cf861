import { useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { Freezing } from '../bulk-host';
import { Outcome } from '../outcome';
import { toThawLabel, toThawText } from '../spending-text';

/** Whoever may edit the file can have written what is kept of formulas, and then any value could make room for one. */
const FOREIGN =
  'These formulas were frozen by someone else, or by you on another computer. Thawing replaces the values with them. They call only Trace functions.';

/** Turns formulas into their values and back, and a column of formulas into one. What comes back may cost something. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  /** The button of a thawing that has not been agreed to; `''`: none. */
  const [asked, setAsked] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const act = async (doing: string, errand: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setAsked('');
    setProblem('');
    setSaid(doing);
    const ended = await attempt(errand);
    setBusy(false);
    setSaid(ended.ok ? ended.value : '');
    setProblem(ended.ok ? '' : say(ended.error, 'action'));
  };
  const thaw = async (): Promise<string> => {
    const [price, mayBeForeign] = await Promise.all([freezing.priceThaw?.(), freezing.isForeign?.()]);
    const isForeign = mayBeForeign === true && price?.cells !== 0;
    const cost = price === undefined || price === null ? null : toThawText(price);
    if (cost === null && !isForeign) return freezing.thaw();
    setAsked(price === undefined || price === null ? 'Thaw' : toThawLabel(price));
    return [...(isForeign ? [FOREIGN] : []), ...(cost === null ? [] : [cost])].join('\n');
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
        {button('Thaw frozen formulas', 'Thawing…', thaw)}
      </div>
      <p class="hint">Equal formulas below each other can be one range formula. Select one of them first.</p>
      <div class="buttons">
        {button('Make one range formula', 'Replacing formulas…', () => freezing.toOneFormula())}
        {button('Split into formulas', 'Replacing the formula…', () => freezing.toFormulas())}
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
      {asked !== '' && (
        <div class="buttons">
          <PressButton isMain onPress={() => answer('Thawing…', () => freezing.thaw())}>
            {asked}
          </PressButton>
          <PressButton onPress={() => answer('', async () => '')}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
