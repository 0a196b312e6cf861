import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { FirstSteps } from './first-steps';
import { KeyButtons } from './key-buttons';
import { KeyForm } from './key-form';
import { nextKeyState, UNKNOWN_KEY, type KeyErrand, type KeyEvent } from './key-state';
import { toStatusText } from './key-text';
import type { PageHost } from './page-host';
import type { AccountChoice } from './protocol';
import { saveKey, testKey } from './try-key';

interface Props {
  readonly host: PageHost;
  readonly onKey: (key: KeyNews) => void;
}

/** `unknown`: the host has not answered; `new`: it has just been set. */
export type KeyNews = 'unknown' | 'known' | 'new';

/** Where users set, test, replace and remove the API key. Checks at once whether there is one. */
export function KeySection({ host, onKey }: Props) {
  const [state, happen] = useReducer(nextKeyState, UNKNOWN_KEY);
  const section = useRef<HTMLElement>(null);
  const isFocusOurs = useRef(false);
  const { key, errand, isReplacing, problem, done } = state;

  /** Controls are off meanwhile, so that nothing is sent twice. */
  async function waitFor(next: KeyErrand, ending: Promise<KeyEvent>): Promise<void> {
    isFocusOurs.current = section.current?.contains(document.activeElement) === true;
    happen({ is: 'asked', errand: next });
    happen(await ending);
  }
  const swap = (is: 'replacing' | 'cancelled'): void => {
    isFocusOurs.current = true;
    happen({ is });
  };

  const look = (): void => void waitFor('looking', told());
  const told = async (): Promise<KeyEvent> => ({ is: 'told', answer: await host.ask('keyStatus') });
  const test = (): void => void waitFor('testing', testKey(host.ask));
  const forget = (): void => void waitFor('forgetting', forgotten());
  const forgotten = async (): Promise<KeyEvent> => ({ is: 'forgotten', answer: await host.ask('forgetKey') });
  const save = (pasted: string, account: AccountChoice): void =>
    void waitFor('saving', saveKey(host.ask, pasted, account));

  useEffect(look, [host]);
  // A request may reveal that the key is refused.
  useEffect(
    () => host.onRequest?.(() => void host.ask('keyStatus').then((answer) => happen({ is: 'heard', answer }))),
    [host],
  );
  const news = key === null ? 'unknown' : done === 'saved' ? 'new' : 'known';
  useEffect(() => onKey(news), [news]);
  // A control that is disabled or removed loses the focus, and a keyboard would start at the top of the page.
  useLayoutEffect(() => {
    if (errand !== null || !isFocusOurs.current) return;
    isFocusOurs.current = false;
    if (section.current?.contains(document.activeElement) === true) return;
    section.current?.querySelector<HTMLElement>('input[type=password], button')?.focus();
  }, [errand, isReplacing]);

  const isBusy = errand !== null;
  const hasKey = key?.hasKey === true;
  return (
    <section ref={section} aria-labelledby="key-title">
      <h2 id="key-title">API key</h2>
      <p id="key-status" role="status" class={isBusy ? 'is-busy' : hasKey && key.standing === 'works' ? 'is-set' : ''}>
        {toStatusText(state)}
      </p>
      {key === null && !isBusy && (
        <button type="button" class="main" onClick={look}>
          Try again
        </button>
      )}
      {key?.hasKey === false && <FirstSteps />}
      {hasKey && !isReplacing && (
        <KeyButtons
          isBusy={isBusy}
          onReplace={() => swap('replacing')}
          onForget={forget}
          {...(host.offers.has('testKey') ? { onTest: test } : {})}
        />
      )}
      {key !== null && (!hasKey || isReplacing) && (
        <KeyForm
          isReplacing={isReplacing}
          isBusy={isBusy}
          problem={problem?.isOfField === true ? problem.sentence : ''}
          onSave={save}
          onCancel={() => swap('cancelled')}
        />
      )}
      <p role="alert" class="problem">
        {problem?.isOfField === false ? problem.sentence : ''}
      </p>
      <p class="note">{host.keyNote}</p>
    </section>
  );
}
