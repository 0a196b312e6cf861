import type { KeyStatus, PageAnswer } from './protocol';

/** What the page knows of the key, and what came of the last thing it asked for. */
export interface KeyState {
  /** `null`: not known, or not known yet. */
  readonly key: KeyStatus | null;
  /** What an answer is waited for. */
  readonly errand: KeyErrand | null;
  /** Whether the field for a new key takes the place of the buttons of the one that is set. */
  readonly isReplacing: boolean;
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
  | { readonly is: 'told' | 'saved' | 'forgotten'; readonly answer: PageAnswer<KeyStatus> }
  /** With what is set now: another window may have set another key, and then it was that one that was tested. */
  | { readonly is: 'tested'; readonly answer: PageAnswer<null>; readonly status: PageAnswer<KeyStatus> };

export const UNKNOWN_KEY: KeyState = { key: null, errand: 'looking', isReplacing: false, done: null, problem: null };

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
      return event.answer.ok ? { ...now, done: 'tested' } : withProblem(now, event.answer.sentence, false);
    }
    case 'told':
    case 'saved':
    case 'forgotten': {
      const isSaved = event.is === 'saved';
      if (!event.answer.ok) return withProblem(quiet, event.answer.sentence, isSaved);
      return { ...quiet, key: event.answer.value, isReplacing: false, done: isSaved ? 'saved' : null };
    }
  }
}

function withProblem(state: KeyState, sentence: string, isOfField: boolean): KeyState {
  return { ...state, problem: { sentence, isOfField } };
}
