import { useState } from 'preact/hooks';
import { planLeftRun } from '../../bulk/run/plan-left-run';
import { priceRun } from '../../bulk/run/price';
import type { RunPorts } from '../../bulk/sheet/ports';
import { listUndo } from '../../bulk/undo/undo';
import type { UndoList } from '../../bulk/undo/undo-list';
import { say } from '../../errors/say';
import type { BulkEngine, Attempted, Errand } from './bulk-engine';
import { isSameRun, type PlannedRun } from './planned-run';
import { DEFAULT_MAX_AGE_MS } from '../../cells/options';

/** A new price for what is left of a run. */
export interface Priced extends PlannedRun {
  /** The run that has rows left. */
  readonly run: string;
}

type OtherStep =
  | { readonly is: 'told' }
  | { readonly is: 'listed'; readonly list: UndoList }
  | { readonly is: 'priced'; readonly priced: Priced };

interface OtherRun {
  readonly step: OtherStep;
  /** What is done that takes a moment, in words; `''`: nothing. */
  readonly errand: string;
  readonly problem: string;
  readonly list: (problem?: string) => void;
  readonly price: () => void;
  /** Prices it once more, for the sheet may have changed; what is not as it was agreed to is asked again. */
  readonly agree: (priced: Priced, then: (priced: Priced) => void) => void;
  readonly back: () => void;
}

/** What is asked about a run that is not the opener's own: nothing of it is written or spent before it is confirmed. */
export function useOtherRun(engine: BulkEngine): OtherRun {
  const [step, setStep] = useState<OtherStep>({ is: 'told' });
  const [errand, setErrand] = useState('');
  const [problem, setProblem] = useState('');
  const ask = <T>(words: string, of: Errand<T>, then: (value: T) => void, said = ''): void => {
    setErrand(words);
    setProblem(said);
    void engine.do(of).then((ended: Attempted<T>) => {
      setErrand('');
      if (ended.ok) then(ended.value);
      else setProblem(say(ended.error, 'run'));
    });
  };
  return {
    step,
    errand,
    problem,
    list: (said = '') => ask('Listing the cells…', listUndo, (list) => setStep({ is: 'listed', list }), said),
    price: () => ask('Working out the price…', priceAnew, (priced) => setStep({ is: 'priced', priced })),
    agree: (agreed, then) =>
      ask('Working out the price…', priceAnew, (priced) => {
        if (priced.run === agreed.run && isSameRun(agreed, priced)) return then(priced);
        setStep({ is: 'priced', priced });
        setProblem('The sheet or the price has changed. Check it here, then start again.');
      }),
    back: () => {
      setStep({ is: 'told' });
      setProblem('');
    },
  };
}

async function priceAnew(ports: RunPorts): Promise<Priced> {
  const { run, plan } = await planLeftRun(ports);
  return { run, plan, price: await priceRun(ports, plan, DEFAULT_MAX_AGE_MS) };
}
