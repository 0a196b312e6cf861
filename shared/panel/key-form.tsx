import { useRef, useState } from 'preact/hooks';
import { AccountChoiceFields } from './account-choice';
import type { AccountChoice } from './protocol';

interface Props {
  /** Whether there is a key that the new one replaces. */
  readonly isReplacing: boolean;
  readonly isBusy: boolean;
  /** What is wrong with what was pasted; it stays in the field. */
  readonly problem: string;
  readonly onSave: (pasted: string, account: AccountChoice) => void;
  readonly onCancel: () => void;
}

/** Takes a key. Whose it is, is asked only where one is replaced. */
export function KeyForm({ isReplacing, isBusy, problem, onSave, onCancel }: Props) {
  const [choice, setChoice] = useState<AccountChoice>('sameAccount');
  const field = useRef<HTMLInputElement>(null);
  const save = (event: Event): void => {
    event.preventDefault();
    // Where nobody was asked whose key it is, another window may have set one meanwhile, of whatever account.
    onSave(field.current?.value ?? '', isReplacing ? choice : 'anotherAccount');
  };
  return (
    <form aria-labelledby="key-title" noValidate onSubmit={save}>
      <fieldset class="bare" disabled={isBusy} aria-labelledby="key-title">
        <label for="key">{isReplacing ? 'New Trace API key' : 'Your Trace API key'}</label>
        <input
          ref={field}
          id="key"
          type="password"
          autocomplete="off"
          spellcheck={false}
          required
          aria-describedby="key-problem"
          {...(problem === '' ? {} : { 'aria-invalid': true })}
        />
        <p id="key-problem" role="alert" class="problem">
          {problem}
        </p>
        {isReplacing && <AccountChoiceFields choice={choice} onChoose={setChoice} />}
        <div class="buttons">
          <button type="submit" class="main">
            Save
          </button>
          {isReplacing && (
            <button type="button" onClick={onCancel}>
              Cancel
            </button>
          )}
        </div>
      </fieldset>
    </form>
  );
}
