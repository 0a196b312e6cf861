import type { AccountChoice } from './protocol';

const CHOICES: readonly (readonly [AccountChoice, string])[] = [
  ['sameAccount', 'the same organization: keep saved answers'],
  ['anotherAccount', 'another account: start fresh'],
];

interface Props {
  readonly choice: AccountChoice;
  readonly onChoose: (choice: AccountChoice) => void;
}

/** Asks whether a new key uses the same credits: saved answers of one account must not answer for another. */
export function AccountChoiceFields({ choice, onChoose }: Props) {
  return (
    <fieldset class="bare">
      <legend>The new key belongs to</legend>
      {CHOICES.map(([value, text]) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="account"
            value={value}
            checked={choice === value}
            onChange={() => onChoose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
