import { toVerdictText } from './verdict-text';
import type { KeyStanding } from '../client/key-standing';
import type { KeyVerdict } from '../client/key-verdict';
import type { KeyStatus } from '../client/check-key';
import type { PanelAnswer } from './protocol';

/** What the page knows of the key, and the result of the last action. */
export interface KeyState {
  /** `null`: unknown, or not known yet. */
  readonly key: KeyStatus | null;
  /** What is being waited for. */
  readonly errand: KeyErrand | null;
  /** Whether the field for a new key replaces the buttons of the current one. */
  readonly isReplacing: boolean;
  readonly done: 'saved' | 'tested' | null;
  readonly problem: KeyProblem | null;
}

interface KeyProblem {
  readonly sentence: string;
  /** Whether it is about the pasted text. */
  readonly isOfField: boolean;
}

export type KeyErrand = 'looking' | 'saving' | 'testing' | 'forgetting';

export type KeyEvent =
  | { readonly is: 'asked'; readonly errand: KeyErrand }
  | { readonly is: 'replacing' | 'cancelled' }
  /** `heard`: nobody asked for it. */
  | { readonly is: 'told' | 'forgotten' | 'heard'; readonly answer: PanelAnswer<KeyStatus> }
  /** `doubt`: why the service could not be asked; `null`: the key works. */
  | { readonly is: 'saved'; readonly answer: PanelAnswer<KeyStatus>; readonly doubt: string | null }
  /** With the current key: another window may have replaced it, and then that one was tested. */
  | { readonly is: 'tested'; readonly answer: PanelAnswer<KeyVerdict>; readonly status: PanelAnswer<KeyStatus> };

export const UNKNOWN_KEY: KeyState = {
  key: null,
  errand: 'looking',
  isReplacing: false,
  done: null,
  problem: null,
};

/** The next state of the key section. A message disappears as soon as something else is asked for. */
export function nextKeyState(state: KeyState, event: KeyEvent): KeyState {
  const quiet: KeyState = { ...state, errand: null, done: null, problem: null };
  switch (event.is) {
    case 'asked':
      return { ...quiet, errand: event.errand };
    case 'replacing':
      return { ...quiet, isReplacing: true };
    case 'cancelled':
      return { ...quiet, isReplacing: false };
    case 'tested': {
      const told = event.status.ok ? event.status.value : state.key;
      if (!event.answer.ok) return withProblem({ ...quiet, key: told }, event.answer.sentence, false);
      const verdict = event.answer.value;
      // The host may have failed to store it.
      const key = isSameKey(state.key, told) ? withVerdict(told, verdict.is) : told;
      if (verdict.is !== 'works') return withProblem({ ...quiet, key }, toVerdictText(verdict), false);
      return { ...quiet, key, done: standingOf(key) === 'works' ? 'tested' : null };
    }
    case 'heard': {
      if (!event.answer.ok || state.errand !== null || state.isReplacing) return state;
      const key = event.answer.value;
      if (isSameKey(state.key, key) && standingOf(state.key) === standingOf(key)) return state;
      return { ...quiet, key, done: standingOf(key) === 'works' ? state.done : null };
    }
    case 'told':
    case 'forgotten':
      if (!event.answer.ok) return withProblem(quiet, event.answer.sentence, false);
      return { ...quiet, key: event.answer.value, isReplacing: false };
    case 'saved': {
      if (!event.answer.ok) return withProblem(quiet, event.answer.sentence, true);
      const { doubt } = event;
      const now: KeyState = { ...quiet, key: event.answer.value, isReplacing: false, done: 'saved' };
      return doubt === null ? now : withProblem(now, doubt, false);
    }
  }
}

/** As far as masked keys allow to tell. */
function isSameKey(one: KeyStatus | null, other: KeyStatus | null): boolean {
  if (one?.hasKey !== true || other?.hasKey !== true) return one?.hasKey === other?.hasKey;
  return one.masked === other.masked && one.account === other.account;
}

function withVerdict(key: KeyStatus | null, is: KeyStanding): KeyStatus | null {
  return key?.hasKey === true && is !== 'untested' ? { ...key, standing: is } : key;
}

function standingOf(key: KeyStatus | null): KeyStanding | null {
  return key?.hasKey === true ? key.standing : null;
}

function withProblem(state: KeyState, sentence: string, isOfField: boolean): KeyState {
  return { ...state, problem: { sentence, isOfField } };
}
