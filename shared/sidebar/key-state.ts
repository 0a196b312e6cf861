import type { KeyStatus, PageAnswer } from './protocol';

/** What the page knows of the key, and what came of the last thing it asked for. */
export interface KeyState {
  /** `null`: not known, or not known yet. */
  readonly key: KeyStatus | null;
  readonly isBusy: boolean;
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

export type KeyEvent =
  | { readonly is: 'asked' | 'replacing' | 'cancelled' }
  | { readonly is: 'told' | 'saved' | 'forgotten'; readonly answer: PageAnswer<KeyStatus> }
  | { readonly is: 'tested'; readonly answer: PageAnswer<null> };

export const UNKNOWN_KEY: KeyState = { key: null, isBusy: true, isReplacing: false, done: null, problem: null };

/** What a key's section shows next. What was said before is gone as soon as something else is asked for. */
export function nextKeyState(state: KeyState, event: KeyEvent): KeyState {
  const quiet: KeyState = { ...state, isBusy: false, done: null, problem: null };
  switch (event.is) {
    case 'asked':
      return { ...quiet, isBusy: true };
    case 'replacing':
      return { ...quiet, isReplacing: true };
    case 'cancelled':
      return { ...quiet, isReplacing: false };
    case 'tested':
      return event.answer.ok ? { ...quiet, done: 'tested' } : withProblem(quiet, event.answer.sentence, false);
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
