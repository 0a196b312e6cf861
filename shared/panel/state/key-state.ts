import type { KeyStanding, KeyVerdict, KeyStatus } from '../../client/key';
import type { PanelAnswer } from '../protocol';
import { fromKept } from '../../errors/kept-error';
import { say } from '../../errors/say';
import { TraceError } from '../../errors/trace-error';

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

export type KeyErrand = 'checking' | 'saving' | 'testing' | 'removing';

export type KeyEvent =
  | { readonly is: 'asked'; readonly errand: KeyErrand }
  | { readonly is: 'replacing' | 'cancelled' }
  /** `heard`: it came unasked. */
  | { readonly is: 'told' | 'heard'; readonly answer: PanelAnswer<KeyStatus> }
  /** `doubt`: why the service could not be asked; `null`: the key works. */
  | { readonly is: 'saved'; readonly answer: PanelAnswer<KeyStatus>; readonly doubt: string | null }
  /** With the current key: another window may have replaced it, and then that one was tested. */
  | { readonly is: 'tested'; readonly answer: PanelAnswer<KeyVerdict>; readonly status: PanelAnswer<KeyStatus> };

export const UNKNOWN_KEY: KeyState = {
  key: null,
  errand: 'checking',
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

/** Compares masked keys, so different keys may look the same. */
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

const ERRANDS: Readonly<Record<KeyErrand, string>> = {
  checking: 'Checking for a key…',
  saving: 'Testing and saving the key…',
  testing: 'Testing the key…',
  removing: 'Removing the key…',
};

/** What is being waited for, or else the current key and the last action, in a sentence or two. */
export function toStatusText({ key, errand, done }: KeyState): string {
  if (errand !== null) return ERRANDS[errand];
  if (key === null) return '';
  const did = done === 'saved' ? 'Saved. ' : done === 'tested' ? 'This key works. ' : '';
  return did + toKeyText(key);
}

const STANDINGS: Readonly<Record<KeyStanding, string>> = {
  works: 'is set',
  untested: 'is not tested yet',
  refused: 'was refused',
};

/** The page's server decides which service it asks: today's may differ from yesterday's. */
const OF_OTHER = 'The key in this browser is for another service. Paste one for this service.';

const LOST =
  'The browser did not keep your key. Paste it again. To keep it, allow cookies and site data for this page.';

function toKeyText(key: KeyStatus): string {
  if (!key.hasKey) return key.isForOther === true ? OF_OTHER : key.isLost === true ? LOST : 'No key is set.';
  return `The key ${key.masked} ${STANDINGS[key.standing]} (${toClassText(key)}, account ${key.account}…).`;
}

type SetKey = Extract<KeyStatus, { readonly hasKey: true }>;

export function toClassText({ keyClass }: SetKey): string {
  return keyClass === 'user' ? 'a personal key' : 'an organization key';
}

/** Whether the key works, after its name. */
export function toStandingText({ standing }: SetKey): string {
  return { works: 'works', untested: 'not tested yet', refused: 'refused' }[standing];
}

/** Why a key does not work, or could not be tested. A script of another version may not tell it in words of this one. */
export function toVerdictText({ why }: Exclude<KeyVerdict, { readonly is: 'works' }>): string {
  return say(fromKept(why) ?? new TraceError('unreadable', {}), 'key');
}
