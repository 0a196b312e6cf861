import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AccountChoiceFields } from './account-choice';
import { toStatusText } from './key-text';
import type { PageHost } from './page-host';
import type { AccountChoice, KeyStatus, PageAnswer } from './protocol';
import { RetryButton } from './retry-button';

/** Where a user sets, tests, replaces and forgets the API key. It asks at once whether there is one. */
export function KeySection({ host }: { readonly host: PageHost }) {
  const [key, setKey] = useState<KeyStatus | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<{ readonly sentence: string; readonly isOfField: boolean } | null>(null);
  const [choice, setChoice] = useState<AccountChoice>('sameAccount');
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const focused = useRef<HTMLElement | null>(null);

  /** Controls are off meanwhile, so that nothing is sent twice. */
  async function waitFor<T>(
    answer: Promise<PageAnswer<T>>,
    isOfField: boolean,
    then: (value: T) => void,
  ): Promise<void> {
    const active = document.activeElement;
    focused.current = active instanceof HTMLElement && form.current?.contains(active) === true ? active : null;
    setBusy(true);
    setProblem(null);
    setDone('');
    const received = await answer;
    setBusy(false);
    if (received.ok) then(received.value);
    else setProblem({ sentence: received.sentence, isOfField });
  }

  useEffect(() => void waitFor(host.ask('keyStatus'), false, setKey), [host]);
  // What is disabled loses the focus; what is gone cannot have it back.
  useLayoutEffect(() => {
    if (isBusy || focused.current === null) return;
    (focused.current.isConnected ? focused.current : field.current)?.focus();
    focused.current = null;
  }, [isBusy]);

  const save = (event: Event): void => {
    event.preventDefault();
    void waitFor(host.ask('setKey', field.current?.value ?? '', choice), true, (value) => {
      if (field.current !== null) field.current.value = '';
      setKey(value);
      setDone('Saved. ');
    });
  };
  const hasKey = key?.hasKey === true;
  return (
    <section aria-labelledby="key-title">
      <h2 id="key-title">API key</h2>
      <p id="key-status" role="status">
        {key === null ? (isBusy ? 'Looking for a key…' : '') : `${done}${toStatusText(key)}`}
      </p>
      <form ref={form} aria-labelledby="key-title" noValidate onSubmit={save}>
        <fieldset class="bare" disabled={isBusy}>
          <label for="key">{hasKey ? 'Another Trace API key' : 'Your Trace API key'}</label>
          <input
            ref={field}
            id="key"
            type="password"
            autocomplete="off"
            spellcheck={false}
            required
            aria-describedby="key-hint key-problem"
            {...(problem?.isOfField === true ? { 'aria-invalid': true } : {})}
          />
          <p id="key-problem" role="alert" class="problem">
            {problem?.sentence}
          </p>
          <p id="key-hint" class="hint">
            You find it in Trace under Settings &gt; API Key.
          </p>
          {hasKey && <AccountChoiceFields choice={choice} onChoose={setChoice} />}
          <div class="buttons">
            <button type="submit" class="main">
              Save
            </button>
            {hasKey && host.offers.has('testKey') && (
              <button
                type="button"
                onClick={() => void waitFor(host.ask('testKey'), false, () => setDone('Trace takes this key. '))}
              >
                Test the key
              </button>
            )}
            {hasKey && (
              <button type="button" onClick={() => void waitFor(host.ask('forgetKey'), false, setKey)}>
                Forget the key
              </button>
            )}
          </div>
        </fieldset>
      </form>
      <p class="note">{host.keyNote}</p>
      {hasKey && host.offers.has('retryProblems') && <RetryButton host={host} isSuggested={done === 'Saved. '} />}
    </section>
  );
}
