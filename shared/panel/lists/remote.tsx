import type { ComponentChildren } from 'preact';
import type { PanelAnswer } from '../protocol';
import { Problem, Said } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** What is asked of the service while it is looked at. */
export type Remote<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'ready'; readonly value: T };

export const LOADING = { is: 'loading' } as const;

export function toRemote<T>(answer: PanelAnswer<T>): Remote<T> {
  return answer.ok ? { is: 'ready', value: answer.value } : { is: 'failed', sentence: answer.sentence };
}

interface Props {
  readonly of: Remote<unknown>;
  /** What is said meanwhile. */
  readonly loading: string;
  readonly onRetry: () => void;
  /** Other buttons beside the one that asks again. */
  readonly children?: ComponentChildren;
}

/** Stands in for what is not there: it is loading, or why it could not be read. */
export function Unread({ of, loading, onRetry, children }: Props) {
  if (of.is === 'ready') return null;
  if (of.is === 'loading') {
    return <Said style="is-busy">{loading}</Said>;
  }
  return (
    <>
      <Problem>{of.sentence}</Problem>
      <div class="buttons">
        <PressButton onPress={onRetry}>Retry</PressButton>
        {children}
      </div>
    </>
  );
}
