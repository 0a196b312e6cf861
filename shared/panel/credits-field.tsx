import { useRef } from 'preact/hooks';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What is wrong with it; told by the element with the id `<id>-problem`. */
  readonly problem: string;
  readonly about?: string;
  readonly onType: (text: string) => void;
  /** Typing is over: another field, or Enter. */
  readonly onEntered: (text: string) => void;
}

/** Takes a number of credits, as text: a browser's own field for numbers hides what it does not understand. */
export function CreditsField({ id, name, text, problem, about = '', onType, onEntered }: Props) {
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
      onInput={({ currentTarget }) => onType(currentTarget.value)}
      onChange={({ currentTarget }) => onEntered(currentTarget.value)}
    />
  );
}

/** Stays in the page while it says nothing, so that it is read out when it does. */
export function CreditsProblem({ id, problem }: Pick<Props, 'id' | 'problem'>) {
  // A press of a button below ends the typing first: the button may not move away from under the mouse then.
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
