import { CreditsField, CreditsProblem } from '../common/credits-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly problem: string;
  /** Whether the label stands above the field: a long one leaves it no room. */
  readonly isBelow?: boolean;
  readonly onType: (text: string) => void;
  readonly onEntered: (text: string) => void;
}

/** A field for the most that something may cost, with the problem of what was typed. */
export function CreditsLimit({ id, label, text, problem, isBelow = false, onType, onEntered }: Props) {
  return (
    <>
      <div class={isBelow ? 'choice is-below' : 'choice'}>
        <label for={id}>{label}</label>
        <CreditsField
          id={id}
          name={`${label}, in credits`}
          text={text}
          problem={problem}
          onType={onType}
          onEntered={onEntered}
        />
        <span>credits</span>
      </div>
      <CreditsProblem id={id} problem={problem} />
    </>
  );
}
