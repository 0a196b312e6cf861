import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { nextKeyState, UNKNOWN_KEY, type KeyErrand, type KeyEvent, type KeyState } from './key-state';
import type { PanelHost } from '../panel-host';
import type { AccountChoice } from '../protocol';
import { saveKey, testKey } from './try-key';

/** `unknown`: the host has not answered; `new`: it has just been set. */
type KeyNews = 'unknown' | 'known' | 'new';

export interface Keys {
  readonly state: KeyState;
  readonly news: KeyNews;
  readonly check: () => void;
  readonly test: () => void;
  readonly remove: () => void;
  readonly save: (pasted: string, account: AccountChoice) => void;
  readonly swap: (is: 'replacing' | 'cancelled') => void;
}

/** The user's API key. Checks whether there is one as soon as the panel is shown. */
export function useKey(root: HTMLElement, host: PanelHost, isShown: boolean): Keys {
  const [state, happen] = useReducer(nextKeyState, UNKNOWN_KEY);
  const isFocusOurs = useRef(false);
  const hasChecked = useRef(false);
  const { key, errand, isReplacing, done } = state;

  /** Controls are off meanwhile, so that nothing is sent twice. */
  async function waitFor(next: KeyErrand, ending: Promise<KeyEvent>): Promise<void> {
    isFocusOurs.current = document.activeElement?.closest('.key-place') !== null;
    happen({ is: 'asked', errand: next });
    happen(await ending);
  }
  const check = (): void => void waitFor('checking', told('keyStatus'));
  const told = async (message: 'keyStatus' | 'forgetKey'): Promise<KeyEvent> => ({
    is: 'told',
    answer: await host.ask(message),
  });

  useEffect(() => {
    if (!isShown) return undefined;
    const hear = (): void => void host.ask('keyStatus').then((answer) => happen({ is: 'heard', answer }));
    if (hasChecked.current) hear();
    else check();
    hasChecked.current = true;
    // A request may reveal that the key is refused.
    return host.onRequest?.(hear);
  }, [host, isShown]);
  // A control that is disabled or removed loses the focus, and a keyboard would start at the top of the page.
  useLayoutEffect(() => {
    if (errand !== null || !isFocusOurs.current) return;
    isFocusOurs.current = false;
    if (isFocusSeen()) return;
    const places = [...root.querySelectorAll<HTMLElement>('.key-place')];
    const place = places.find(({ offsetParent }) => offsetParent !== null);
    const control = place?.querySelector<HTMLElement>('input[type=password], button');
    (control ?? root.querySelector<HTMLElement>('[role=tab][aria-selected=true]'))?.focus();
  }, [errand, isReplacing]);
  return {
    state,
    news: key === null ? 'unknown' : done === 'saved' ? 'new' : 'known',
    check,
    test: () => void waitFor('testing', testKey(host.ask)),
    remove: () => void waitFor('removing', told('forgetKey')),
    save: (pasted, account) => void waitFor('saving', saveKey(host.ask, pasted, account)),
    swap(is) {
      isFocusOurs.current = true;
      happen({ is });
    },
  };
}

/** Whether something has the focus that can be seen and pressed. */
function isFocusSeen(): boolean {
  const focused = document.activeElement as HTMLElement | null;
  return (
    focused !== null && focused !== document.body && focused.offsetParent !== null && !focused.matches(':disabled')
  );
}
