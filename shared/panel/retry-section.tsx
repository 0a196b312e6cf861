import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageHost } from './page-host';
import type { PageAnswer } from './protocol';
import { toRestoredText, toRetryText } from './retry-text';

interface Props {
  readonly host: PageHost;
  /** Whether the host answers. If not, the section above already says so. */
  readonly isHostThere: boolean;
  /** Whether a key has just been set, so that cells without one may get answers now. */
  readonly isSuggested: boolean;
}

/** Recalculates cells that show a problem. Cells with answers are left alone, so that nothing is asked twice. */
export function RetrySection({ host, isHostThere, isSuggested }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const tell = <T,>(answer: PageAnswer<T>, toText: (value: T) => string): void => {
    setSaid(answer.ok ? toText(answer.value) : '');
    setProblem(answer.ok ? '' : answer.sentence);
  };
  const button = useRef<HTMLButtonElement>(null);
  const retry = async (): Promise<void> => {
    setBusy(true);
    setSaid('Entering the formulas again…');
    setProblem('');
    tell(await host.ask('retryProblems'), toRetryText);
    setBusy(false);
  };
  useEffect(() => {
    if (isSuggested) setSaid('');
  }, [isSuggested]);
  useEffect(() => {
    if (!isHostThere || !host.offers.has('restoreFormulas')) return;
    void host.ask('restoreFormulas').then((answer) => tell(answer, toRestoredText));
  }, [host, isHostThere]);
  // A disabled button loses the focus.
  const wasBusy = useRef(false);
  useLayoutEffect(() => {
    if (wasBusy.current && !isBusy && document.activeElement === document.body) button.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);
  return (
    <section aria-labelledby="retry-title" class={isSuggested ? 'suggested' : ''}>
      <h2 id="retry-title">Cells that show a problem</h2>
      <p>
        {isSuggested
          ? 'Cells that asked for a key can be answered now.'
          : 'Asks again where a Trace formula shows a problem.'}{' '}
        Cells with answers are left alone.
      </p>
      <button
        ref={button}
        type="button"
        class={isSuggested ? 'main' : ''}
        disabled={isBusy}
        onClick={() => void retry()}
      >
        Retry problems
      </button>
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {said}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}
