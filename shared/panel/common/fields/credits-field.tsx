import { useRef, useLayoutEffect, useState } from 'preact/hooks';
import { readCreditsEntry } from './credits-entry';

/** A field while it is typed in. */
interface Typed {
  readonly text: string;
  /** The problem with it, shown in the element with the id `<id>-problem`. */
  readonly problem: string;
  readonly type: (text: string) => void;
  /** Typing has ended: another field, or Enter. */
  readonly enter: (text: string) => unknown;
}

interface CreditsFieldProps {
  readonly id: string;
  readonly name: string;
  readonly typing: Typed;
  readonly about?: string;
}

/** A field for credits, as text: a browser's number field hides input that it does not understand. */
export function CreditsField({ id, name, typing: { text, problem, type, enter }, about = '' }: CreditsFieldProps) {
  return (
    <input
      id={id}
      class="credits"
      type="text"
      inputMode="numeric"
      autocomplete="off"
      maxLength={12}
      aria-label={name}
      aria-describedby={`${id}-problem ${about}`.trim()}
      {...(problem === '' ? {} : { 'aria-invalid': true })}
      value={text}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onChange={({ currentTarget }) => enter(currentTarget.value)}
    />
  );
}

/** Stays in the page while empty, so that screen readers announce what appears in it. */
export function CreditsProblem({ id, problem }: Pick<CreditsFieldProps, 'id'> & Pick<Typed, 'problem'>) {
  // Pressing a button below first ends the typing, and the button must not move away from under the mouse.
  const last = useRef('');
  if (problem !== '') last.current = problem;
  return (
    <p id={`${id}-problem`} role="alert" class="problem">
      {problem === '' ? (
        <span class="is-gone" aria-hidden="true">
          {last.current}
        </span>
      ) : (
        problem
      )}
    </p>
  );
}

/** The value of an empty field. */
interface Nothing {
  readonly words: string;
  /** Shown instead. */
  readonly credits: number | null;
}

const NO_LIMIT: Nothing = { words: 'no limit', credits: null };

export interface CreditsTyping extends Typed {
  /** Passes the text on if it is valid; otherwise shows the problem beside the field and returns `false`. */
  readonly enter: (text: string) => boolean;
  /** The same with the current text, before anything depends on it. */
  readonly commit: () => boolean;
  /** Back to the current value. */
  readonly reset: () => void;
}

/**
 * A number of credits while it is typed. A problem is shown beside it, and the text goes no further.
 *
 * @param nothing the value of an empty field; `null`: it must not be empty
 */
export function useCreditsEntry(
  shown: number | null,
  least: number,
  onEntered: (credits: number | null) => void,
  nothing: Nothing | null = least === 0 ? NO_LIMIT : null,
): CreditsTyping {
  const [text, setText] = useState(toText(shown));
  // An object, so that repeating a value draws it again: a choice that was refused then no longer looks made.
  const [problem, setProblem] = useState({ says: '' });
  const isTyping = useRef(false);
  const type = (typed: string): void => {
    isTyping.current = typed !== toText(shown);
    setText(typed);
  };
  const reset = (): void => {
    isTyping.current = false;
    setText(toText(shown));
    setProblem({ says: '' });
  };
  // At once, since a later reset would replace what is typed meanwhile: https://preactjs.com/guide/v10/hooks/#uselayouteffect
  useLayoutEffect(() => {
    if (!isTyping.current) reset();
  }, [shown]);
  const enter = (typed: string): boolean => {
    isTyping.current = false;
    const entry = readCreditsEntry(typed, least, nothing?.words ?? null);
    setProblem({ says: entry.ok ? '' : entry.problem });
    if (!entry.ok) return false;
    setText(toText(entry.credits ?? nothing?.credits ?? null));
    onEntered(entry.credits);
    return true;
  };
  return { text, problem: problem.says, type, enter, commit: () => enter(text), reset };
}

function toText(credits: number | null): string {
  return credits === null ? '' : credits.toLocaleString('en-US');
}

interface CreditsLimitProps {
  readonly id: string;
  readonly label: string;
  readonly typing: Typed;
  /** Whether the field is below its label: a long label leaves no room beside it. */
  readonly isBelow?: boolean;
}

/** A field for the most that something may cost, with the problem of what was typed. */
export function CreditsLimit({ id, label, typing, isBelow = false }: CreditsLimitProps) {
  return (
    <>
      <div class={isBelow ? 'choice is-below' : 'choice'}>
        <label for={id}>{label}</label>
        <CreditsField id={id} name={`${label}, in credits`} typing={typing} />
        <span>credits</span>
      </div>
      <CreditsProblem id={id} problem={typing.problem} />
    </>
  );
}
