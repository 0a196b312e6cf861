import type { KeyVerdict } from '../client/key-verdict';
import type { KeyStatus, PageAnswer } from './protocol';

/** What the page knows of the key, and what came of the last thing it asked for. */
export interface KeyState {
  /** `null`: not known, or not known yet. */
  readonly key: KeyStatus | null;
  /** What an answer is waited for. */
  readonly errand: KeyErrand | null;
  /** Whether the field for a new key takes the place of the buttons of the one that is set. */
  readonly isReplacing: boolean;
  /** What is known of the key that is set. `set`: nothing against it; `untested`: Trace could not be asked. */
  readonly standing: 'set' | 'untested' | 'refused';
  readonly done: 'saved' | 'tested' | null;
  readonly problem: KeyProblem | null;
}

export interface KeyProblem {
  readonly sentence: string;
  /** Whether it is about what was pasted. */
  readonly isOfField: boolean;
}

export type KeyErrand = 'looking' | 'saving' | 'testing' | 'forgetting';

export type KeyEvent =
  | { readonly is: 'asked'; readonly errand: KeyErrand }
  | { readonly is: 'replacing' | 'cancelled' }
  | { readonly is: 'told' | 'forgotten'; readonly answer: PageAnswer<KeyStatus> }
  /** `doubt`: why the service could not be asked about it; `null` where it takes it. */
  | { readonly is: 'saved'; readonly answer: PageAnswer<KeyStatus>; readonly doubt: string | null }
  /** With what is set now: another window may have set another key, and then it was that one that was tested. */
  | { readonly is: 'tested'; readonly answer: PageAnswer<KeyVerdict>; readonly status: PageAnswer<KeyStatus> };

export const UNKNOWN_KEY: KeyState = {
  key: null,
  errand: 'looking',
  isReplacing: false,
  standing: 'set',
  done: null,
  problem: null,
};

/** What a key's section shows next. What was said before is gone as soon as something else is asked for. */
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
      const now = event.status.ok ? { ...quiet, key: event.status.value } : quiet;
      if (!event.answer.ok) return withProblem(now, event.answer.sentence, false);
      const verdict = event.answer.value;
      if (verdict.is === 'works') return { ...now, standing: 'set', done: 'tested' };
      const standing = verdict.is === 'refused' ? 'refused' : now.standing;
      return withProblem({ ...now, standing }, verdict.sentence, false);
    }
    case 'told':
    case 'forgotten':
      if (!event.answer.ok) return withProblem(quiet, event.answer.sentence, false);
      return { ...quiet, key: event.answer.value, isReplacing: false, standing: 'set' };
    case 'saved': {
      if (!event.answer.ok) return withProblem(quiet, event.answer.sentence, true);
      const { doubt } = event;
      const standing = doubt === null ? 'set' : 'untested';
      const now: KeyState = { ...quiet, key: event.answer.value, isReplacing: false, standing, done: 'saved' };
      return doubt === null ? now : withProblem(now, doubt, false);
    }
  }
}

function withProblem(state: KeyState, sentence: string, isOfField: boolean): KeyState {
  return { ...state, problem: { sentence, isOfField } };
}
