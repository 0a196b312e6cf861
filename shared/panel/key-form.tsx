import { useRef, useState } from 'preact/hooks';
import { AccountChoiceFields } from './account-choice';
import type { AccountChoice } from './protocol';

interface Props {
  /** Whether the new key replaces one. */
  readonly isReplacing: boolean;
  readonly isBusy: boolean;
  /** The problem with the pasted text, which stays in the field. */
  readonly problem: string;
  readonly onSave: (pasted: string, account: AccountChoice) => void;
  readonly onCancel: () => void;
}

/** The form for a key. It asks for the account only where a key is replaced. */
export function KeyForm({ isReplacing, isBusy, problem, onSave, onCancel }: Props) {
  const [choice, setChoice] = useState<AccountChoice>('sameAccount');
  const field = useRef<HTMLInputElement>(null);
  const save = (event: Event): void => {
    event.preventDefault();
    // Where the account was not asked for, another window may have set a key of any account meanwhile.
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
