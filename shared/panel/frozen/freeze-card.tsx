import { useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { ThawTerms } from '../../functions/thaw-terms';
import type { Freezing } from '../bulk-host';
import { Outcome } from '../outcome';
import { toReplaceLabel, toReplaceText } from './replace-terms';
import { toThawLabel, toThawText } from './thaw-text';

const FOREIGN =
  'These formulas were frozen by someone else, or by you on another computer. Thawing replaces the values with them. They call only Trace functions.';

/** What may cost something, and then asks first. */
interface Costly {
  readonly doing: string;
  readonly act: (agreed?: ThawTerms) => Promise<string | ThawTerms>;
  readonly toText: (terms: ThawTerms, isAgain: boolean) => string;
  readonly toLabel: (terms: ThawTerms) => string;
  /** Declines. */
  readonly otherwise: string;
}

/** Turns formulas into their values and back, and a column of formulas into one. What comes back may cost something. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  /** What has not been agreed to; `null`: nothing. */
  const [asked, setAsked] = useState<{ readonly costly: Costly; readonly terms: ThawTerms } | null>(null);
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
  const begin = async (costly: Costly, agreed?: ThawTerms): Promise<string> => {
    const done = await costly.act(agreed);
    if (typeof done === 'string') return done;
    setAsked({ costly, terms: done });
    return costly.toText(done, agreed !== undefined);
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
  const askingButton = (name: string, step: Costly) => button(name, step.doing, () => begin(step));
  const replacing = (name: string, doing: string, replace: Costly['act']) =>
    askingButton(name, {
      doing,
      act: replace,
      toText: toReplaceText,
      toLabel: toReplaceLabel,
      otherwise: 'Keep formulas',
    });
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
        {askingButton('Thaw frozen formulas', {
          doing: 'Thawing…',
          act: (agreed) => freezing.thaw(agreed),
          toText: (terms, isAgain) => toThawText(terms, FOREIGN, isAgain),
          toLabel: toThawLabel,
          otherwise: 'Keep values',
        })}
      </div>
      <p class="hint">Equal formulas below each other can be one range formula. Select one of them first.</p>
      <div class="buttons">
        {replacing('Make one range formula', 'Replacing formulas…', (agreed) => freezing.toOneFormula(agreed))}
        {replacing('Split into formulas', 'Replacing the formula…', (agreed) => freezing.toFormulas(agreed))}
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
      {asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => answer(asked.costly.doing, () => begin(asked.costly, asked.terms))}>
            {asked.costly.toLabel(asked.terms)}
          </PressButton>
          <PressButton onPress={() => answer('', async () => '')}>{asked.costly.otherwise}</PressButton>
        </div>
      )}
    </section>
  );
}
