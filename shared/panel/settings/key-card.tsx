import { toStatusText } from '../state/key-state';
import { usePanel } from '../state/panel-state';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountChoice } from '../protocol';
import { Radio } from '../common/fields/controls';
import { Problem } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** Where a person sets, tests, replaces and removes the API key. */
export function KeyCard() {
  const { host, keys } = usePanel();
  const { key, errand, isReplacing, problem } = keys.state;
  const isBusy = errand !== null;
  const hasKey = key?.hasKey === true;
  return (
    <section class="key-place" aria-labelledby="key-title">
      <h2 id="key-title">API key</h2>
      <KeyStatusLine />
      {hasKey && !isReplacing && <KeyButtons isBusy={isBusy} />}
      {(!hasKey || isReplacing) && (
        <>
          <KeyForm isBusy={isBusy} />
          <WhereIsMyKey />
        </>
      )}
      <Problem>{problem?.isOfField === false ? problem.sentence : ''}</Problem>
      <p class="note">{host.keyNote}</p>
    </section>
  );
}

/** The current key and the last action, or what is being waited for. */
export function KeyStatusLine() {
  const { keys } = usePanel();
  const { key, errand } = keys.state;
  const works = key?.hasKey === true && key.standing === 'works';
  return (
    <p role="status" class={`key-status ${errand !== null ? 'is-busy' : works ? 'is-set' : ''}`}>
      {toStatusText(keys.state)}
    </p>
  );
}

interface BusyProps {
  readonly isBusy: boolean;
}

/** The form for a key. It asks for the account only where a key is replaced. */
export function KeyForm({ isBusy }: BusyProps) {
  const { keys } = usePanel();
  const { key } = keys.state;
  const isReplacing = keys.state.isReplacing && key?.hasKey === true;
  /** With the pasted text, which stays in the field. */
  const problem = keys.state.problem?.isOfField === true ? keys.state.problem.sentence : '';
  const [choice, setChoice] = useState<AccountChoice>('sameAccount');
  const field = useRef<HTMLInputElement>(null);
  const save = (event: Event): void => {
    event.preventDefault();
    // If the form did not ask for the account, another window may have set a key of any account meanwhile.
    keys.save(field.current?.value ?? '', isReplacing ? choice : 'anotherAccount');
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
          {isReplacing && <PressButton onPress={() => keys.swap('cancelled')}>Cancel</PressButton>}
        </div>
      </fieldset>
    </form>
  );
}

const CHOICES: readonly (readonly [AccountChoice, string])[] = [
  ['sameAccount', 'the same organization: keep saved answers'],
  ['anotherAccount', 'another account: start fresh'],
];

interface AccountChoiceFieldsProps {
  readonly choice: AccountChoice;
  readonly onChoose: (choice: AccountChoice) => void;
}

/** Asks whether a new key uses the same credits: saved answers of one account must not answer for another. */
function AccountChoiceFields({ choice, onChoose }: AccountChoiceFieldsProps) {
  return (
    <fieldset class="bare">
      <legend>The new key belongs to</legend>
      {CHOICES.map(([value, text]) => (
        <Radio key={value} name="account" isChecked={choice === value} onChoose={() => onChoose(value)}>
          {text}
        </Radio>
      ))}
    </fieldset>
  );
}

/** The buttons for a key that is set. Removing it asks first, since the panel never shows it again. */
function KeyButtons({ isBusy }: BusyProps) {
  const { host, keys } = usePanel();
  const [isAsking, setAsking] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const wasAsking = useRef(false);
  // The pressed button is gone, and with it the focus. The harmless choice comes first.
  useLayoutEffect(() => {
    if (wasAsking.current !== isAsking && !isBusy) field.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking, isBusy]);
  if (isAsking) {
    const remove = (): void => {
      setAsking(false);
      keys.remove();
    };
    return (
      <fieldset ref={field} class="bare" disabled={isBusy} aria-labelledby="remove-key-title">
        <p id="remove-key-title">
          Remove this key? Without one, formulas show only saved answers. Keep a copy: the panel does not show it again.
        </p>
        <div class="buttons">
          <PressButton onPress={() => setAsking(false)}>Keep the key</PressButton>
          <PressButton onPress={remove}>Remove the key</PressButton>
        </div>
      </fieldset>
    );
  }
  return (
    <fieldset ref={field} class="bare buttons" disabled={isBusy} aria-labelledby="key-title">
      {host.offers.has('testKey') && (
        <button type="button" aria-label="Test the key" onClick={keys.test}>
          Test
        </button>
      )}
      <button type="button" aria-label="Replace the key" onClick={() => keys.swap('replacing')}>
        Replace
      </button>
      <button type="button" aria-label="Remove the key" onClick={() => setAsking(true)}>
        Remove
      </button>
    </fieldset>
  );
}

const TRACE = 'https://app.tracedata.ai/';

/** How to get a key. Welcome shows it folded; beside a field for a key it is one line. */
export function WhereIsMyKey() {
  return (
    <p class="hint">
      At{' '}
      <a href={TRACE} target="_blank" rel="noopener">
        app.tracedata.ai
      </a>
      , open <b>Settings &gt; API Key</b>.{' '}
      <a href={TRACE} target="_blank" rel="noopener">
        No account? Sign up
      </a>
    </p>
  );
}
