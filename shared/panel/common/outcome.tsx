import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Where } from '../../errors/say';
import type { TraceError } from '../../errors/trace-error';
import { attempt, type Attempted } from './bulk-engine';
import { useNewest } from './late-answers';

interface SaidProps {
  readonly style?: string;
  readonly children: ComponentChildren;
}

/**
 * A sentence that screen readers announce once it appears or changes. Its element stays in the page while it is empty,
 * because they only notice changes.
 */
export function Said({ style = '', children }: SaidProps) {
  return (
    <p role="status" class={style}>
      {children}
    </p>
  );
}

/** The same for what went wrong. */
export function Problem({ children }: Pick<SaidProps, 'children'>) {
  return (
    <p role="alert" class="problem">
      {children}
    </p>
  );
}

interface SentencesProps extends JSX.HTMLAttributes<HTMLParagraphElement> {
  readonly of: readonly string[];
}

/** Sentences that are all different, one below the other. */
export function Sentences({ of, ...attributes }: SentencesProps) {
  return (
    <>
      {of.map((sentence) => (
        <p key={sentence} {...attributes}>
          {sentence}
        </p>
      ))}
    </>
  );
}

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
      <Said style={isBusy ? 'is-busy' : ''}>{said}</Said>
      <Problem>{problem}</Problem>
    </>
  );
}

/** What a button or a part of the page asked for, and its result, as `Outcome` shows them. */
interface Errand extends Props {
  /** @param said what is happening */
  readonly begin: (said: string) => void;
  /** @param said what has happened @param problem what went wrong anyway */
  readonly end: (said: string, problem?: string) => void;
  readonly fail: (problem: string) => void;
  /** Drops a problem. What is under way goes on. */
  readonly clear: () => void;
  /** Does something, and says what it returns, or why it failed. @param doing what is happening */
  readonly attempt: (doing: string, act: () => Promise<string>) => Promise<void>;
  /**
   * Reads something, or says why it could not. The answer is dropped if something else was begun this way meanwhile.
   *
   * @param doing what is happening; `''`: nothing is said
   * @param onFailed returns whether it deals with the error, which then is not said
   */
  readonly run: <T>(
    doing: string,
    act: () => Promise<Attempted<T>>,
    onDone: (value: T) => void,
    onFailed?: (error: TraceError) => boolean,
  ) => void;
}

/** @param where its problems are told */
export function useErrand(where: Where = 'action'): Errand {
  const [told, tell] = useState<Props>({ isBusy: false, said: '', problem: '' });
  const begin = useNewest();
  return {
    ...told,
    begin: (said) => tell({ isBusy: true, said, problem: '' }),
    end: (said, problem = '') => tell({ isBusy: false, said, problem }),
    fail: (problem) => tell({ isBusy: false, said: '', problem }),
    clear: () => tell((now) => ({ ...now, problem: '' })),
    async attempt(doing, act) {
      tell({ isBusy: true, said: doing, problem: '' });
      const ended = await attempt(act);
      tell({ isBusy: false, said: ended.ok ? ended.value : '', problem: ended.ok ? '' : say(ended.error, where) });
    },
    run(doing, act, onDone, onFailed = () => false) {
      const isNewest = begin();
      tell({ isBusy: true, said: doing, problem: '' });
      void act().then((ended) => {
        if (!isNewest()) return;
        const problem = ended.ok || onFailed(ended.error) ? '' : say(ended.error, where);
        tell({ isBusy: false, said: '', problem });
        if (ended.ok) onDone(ended.value);
      });
    },
  };
}
