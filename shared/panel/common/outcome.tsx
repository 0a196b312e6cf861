import { useState, useEffect, useRef } from 'preact/hooks';
import { say } from '../../errors/say';
import type { TraceError } from '../../errors/trace-error';
import { attempt, type Attempted } from './bulk-engine';

interface Props {
  readonly isBusy: boolean;
  /** What happens or has happened; `''`: nothing. */
  readonly said: string;
  /** What went wrong; `''`: nothing. */
  readonly problem: string;
}

/** The result of a button, read out when it changes. */
export function Outcome({ isBusy, said, problem }: Props) {
  return (
    <>
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {said}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </>
  );
}

/** What a button asked for, and its result, as `Outcome` shows them. */
interface Errand {
  readonly isBusy: boolean;
  readonly said: string;
  readonly problem: string;
  /** @param said what is happening */
  readonly begin: (said: string) => void;
  /** @param said what has happened @param problem what went wrong anyway */
  readonly end: (said: string, problem?: string) => void;
  readonly fail: (problem: string) => void;
  /** Does something, and says what it returns, or why it failed. @param doing what is happening */
  readonly attempt: (doing: string, act: () => Promise<string>) => Promise<void>;
}

type Told = Pick<Errand, 'isBusy' | 'said' | 'problem'>;

export function useErrand(): Errand {
  const [told, tell] = useState<Told>({ isBusy: false, said: '', problem: '' });
  return {
    ...told,
    begin: (said) => tell({ isBusy: true, said, problem: '' }),
    end: (said, problem = '') => tell({ isBusy: false, said, problem }),
    fail: (problem) => tell({ isBusy: false, said: '', problem }),
    async attempt(doing, act) {
      tell({ isBusy: true, said: doing, problem: '' });
      const ended = await attempt(act);
      tell({ isBusy: false, said: ended.ok ? ended.value : '', problem: ended.ok ? '' : say(ended.error, 'action') });
    },
  };
}

interface Step {
  readonly isBusy: boolean;
  /** A sentence; `''`: none. */
  readonly problem: string;
  /** Runs an errand, one at a time. Its answer is dropped if the part of the page that asked is gone. */
  run<T>(
    errand: () => Promise<Attempted<T>>,
    onDone: (value: T) => void,
    onFailed?: (error: TraceError) => boolean,
  ): void;
  clear(): void;
}

/** One task at a time that the user waits for, and why it failed. */
export function useStep(): Step {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const number = useRef(0);
  useEffect(() => () => void (number.current = -1), []);
  const run: Step['run'] = (errand, onDone, onFailed = () => false) => {
    if (number.current < 0) return;
    const own = (number.current += 1);
    setBusy(true);
    setProblem('');
    void errand().then((ended) => {
      if (own !== number.current) return;
      setBusy(false);
      if (ended.ok) onDone(ended.value);
      else if (!onFailed(ended.error)) setProblem(say(ended.error, 'action'));
    });
  };
  return { isBusy, problem, run, clear: () => setProblem('') };
}
