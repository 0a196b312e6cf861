import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { Freezing } from '../bulk-host';
import { Outcome } from '../outcome';

/** Turns formulas into their values and back, and a column of formulas into one. Free. */
export function FreezeCard({ freezing }: { readonly freezing: Freezing }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const act = async (doing: string, errand: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setProblem('');
    setSaid(doing);
    const ended = await attempt(errand);
    setBusy(false);
    setSaid(ended.ok ? ended.value : '');
    setProblem(ended.ok ? '' : say(ended.error, 'action'));
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
      <h2 id="freeze-title" tabIndex={-1}>
        Freeze formulas
      </h2>
      <p class="hint">Formulas become the values they show. Problems stay formulas. Free, and you can thaw them.</p>
      <div class="buttons">
        {freeze('Freeze selection', 'selection')}
        {freeze('Freeze sheet', 'sheet')}
        {freeze('Freeze all sheets', 'file')}
        {button('Thaw frozen formulas', 'Thawing…', () => freezing.thaw())}
      </div>
      <p class="hint">Equal formulas below each other can be one range formula. Select one of them first.</p>
      <div class="buttons">
        {button('Make one range formula', 'Replacing formulas…', () => freezing.toOneFormula())}
        {button('Split into formulas', 'Replacing the formula…', () => freezing.toFormulas())}
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </section>
  );
}
