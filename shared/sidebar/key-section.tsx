import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { KeyForm } from './key-form';
import { nextKeyState, UNKNOWN_KEY, type KeyEvent } from './key-state';
import { toStatusText } from './key-text';
import type { PageHost } from './page-host';

interface Props {
  readonly host: PageHost;
  /** Told whether the key has just been set. */
  readonly onKeyIsNew: (isNew: boolean) => void;
}

/** Where a user sets, tests, replaces and forgets the API key. It asks at once whether there is one. */
export function KeySection({ host, onKeyIsNew }: Props) {
  const [state, happen] = useReducer(nextKeyState, UNKNOWN_KEY);
  const section = useRef<HTMLElement>(null);
  const isFocusOurs = useRef(false);
  const { key, isBusy, isReplacing, problem, done } = state;

  /** Controls are off meanwhile, so that nothing is sent twice. */
  async function waitFor(answer: Promise<KeyEvent>): Promise<void> {
    isFocusOurs.current = section.current?.contains(document.activeElement) === true;
    happen({ is: 'asked' });
    happen(await answer);
  }
  const replace = (is: 'replacing' | 'cancelled'): void => {
    isFocusOurs.current = true;
    happen({ is });
  };

  const ask = {
    status: async (): Promise<KeyEvent> => ({ is: 'told', answer: await host.ask('keyStatus') }),
    test: async (): Promise<KeyEvent> => ({ is: 'tested', answer: await host.ask('testKey') }),
    forget: async (): Promise<KeyEvent> => ({ is: 'forgotten', answer: await host.ask('forgetKey') }),
  };
  useEffect(() => void waitFor(ask.status()), [host]);
  useEffect(() => onKeyIsNew(done === 'saved'), [done]);
  // What is switched off or taken away loses the focus, and a keyboard would begin at the top of the page.
  useLayoutEffect(() => {
    if (isBusy || !isFocusOurs.current) return;
    isFocusOurs.current = false;
    if (section.current?.contains(document.activeElement) === true) return;
    section.current?.querySelector<HTMLElement>('input[type=password], button')?.focus();
  }, [isBusy, isReplacing]);

  const hasKey = key?.hasKey === true;
  const general = problem?.isOfField === false ? problem.sentence : '';
  return (
    <section ref={section} aria-labelledby="key-title">
      <h2 id="key-title">API key</h2>
      <p id="key-status" role="status" class={hasKey ? 'is-set' : ''}>
        {toStatusText(state)}
      </p>
      {hasKey && !isReplacing ? (
        <fieldset class="bare buttons" disabled={isBusy} aria-labelledby="key-title">
          {host.offers.has('testKey') && (
            <button type="button" aria-label="Test the key" onClick={() => void waitFor(ask.test())}>
              Test
            </button>
          )}
          <button type="button" aria-label="Replace the key" onClick={() => replace('replacing')}>
            Replace
          </button>
          <button type="button" aria-label="Forget the key" onClick={() => void waitFor(ask.forget())}>
            Forget
          </button>
        </fieldset>
      ) : (
        <KeyForm
          isReplacing={isReplacing}
          isBusy={isBusy}
          problem={problem?.isOfField === true ? problem.sentence : ''}
          onSave={(pasted, account) =>
            void waitFor(host.ask('setKey', pasted, account).then((answer) => ({ is: 'saved', answer })))
          }
          onCancel={() => replace('cancelled')}
        />
      )}
      <p role="alert" class="problem">
        {general}
      </p>
      <p class="note">{host.keyNote}</p>
    </section>
  );
}
