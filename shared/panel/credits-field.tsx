import { useRef } from 'preact/hooks';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** The problem with it, shown in the element with the id `<id>-problem`. */
  readonly problem: string;
  readonly about?: string;
  readonly onType: (text: string) => void;
  /** Typing has ended: another field, or Enter. */
  readonly onEntered: (text: string) => void;
}

/** A field for credits, as text: a browser's number field hides input that it does not understand. */
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

/** Stays in the page while empty, so that screen readers announce what appears in it. */
export function CreditsProblem({ id, problem }: Pick<Props, 'id' | 'problem'>) {
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
