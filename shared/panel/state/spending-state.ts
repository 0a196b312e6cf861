import { DEFAULT_POLICY, type SpendPolicy } from '../../credits/daily-spending';
import type { PanelAnswer, RetriedCells, SpendingStatus } from '../protocol';

/** What the page knows of the spending of formulas, and the result of the last action. */
export interface SpendingState {
  /** From the host's last answer; `null`: none yet. */
  readonly status: SpendingStatus | null;
  /** A choice of the user that the host has not confirmed. */
  readonly chosen: Chosen;
  /** How many choices are under way. */
  readonly saves: number;
  /** How many cells the user has approved and are being fetched; `null`: none. */
  readonly fetching: number | null;
  /** The highest number of unanswered formulas since all had answers: progress is counted against it. */
  readonly mostLeft: number;
  /** What the account had left, as long as nothing was spent since; `null`: unknown. */
  readonly left: CreditsLeft | null;
  /** The last daily limit: it stays in its field under another policy. */
  readonly dailyLimit: number;
  readonly done:
    | { readonly is: 'saved' }
    | { readonly is: 'fetched'; readonly cells: RetriedCells; readonly isAnswered: boolean }
    | null;
  readonly problem: SpendingProblem | null;
}

interface CreditsLeft {
  readonly credits: number;
  /** What had been spent when the service said so. */
  readonly spent: number;
}

interface SpendingProblem {
  readonly sentence: string;
  /** Whether it disappears with the next successful answer. */
  readonly isOfReading: boolean;
  /** Whether it is about fetching the cells that wait. */
  readonly isOfFetch: boolean;
}

interface Chosen {
  readonly policy?: SpendPolicy;
  readonly ownerLimit?: number | null;
}

export type SpendingEvent =
  | { readonly is: 'told' | 'saved'; readonly answer: PanelAnswer<SpendingStatus> }
  | { readonly is: 'choosing'; readonly policy: SpendPolicy }
  | { readonly is: 'limiting'; readonly ownerLimit: number | null }
  | { readonly is: 'fetching' | 'keyChanged' }
  /** `status`: what waits now. `isAnswered`: whether the cells show answers, or new problems. */
  | {
      readonly is: 'fetched';
      readonly answer: PanelAnswer<RetriedCells>;
      readonly status: PanelAnswer<SpendingStatus>;
      readonly isAnswered: boolean;
    };

export const UNKNOWN_SPENDING: SpendingState = {
  status: null,
  chosen: {},
  saves: 0,
  fetching: null,
  mostLeft: 0,
  left: null,
  dailyLimit: DEFAULT_POLICY.mode === 'daily' ? DEFAULT_POLICY.limit : 1,
  done: null,
  problem: null,
};

/** The next state of the section. Choices may come faster than the host confirms them: the last one counts. */
export function nextSpendingState(state: SpendingState, event: SpendingEvent): SpendingState {
  const quiet: SpendingState = { ...state, done: null, problem: null };
  switch (event.is) {
    case 'told':
      // The message about the last choice stays: the page refreshes itself.
      return event.answer.ok
        ? withStatus(
            { ...state, problem: state.problem?.isOfReading === true ? null : state.problem },
            event.answer.value,
          )
        : { ...state, problem: { sentence: event.answer.sentence, isOfReading: true, isOfFetch: false } };
    case 'choosing':
      return withDailyLimit(
        { ...quiet, saves: state.saves + 1, chosen: { ...state.chosen, policy: event.policy } },
        event.policy,
      );
    case 'limiting':
      return { ...quiet, saves: state.saves + 1, chosen: { ...state.chosen, ownerLimit: event.ownerLimit } };
    case 'saved': {
      const saves = state.saves - 1;
      const chosen = saves === 0 ? {} : state.chosen;
      const { answer } = event;
      if (!answer.ok) return withProblem({ ...state, saves, chosen }, answer.sentence);
      return withStatus(
        { ...state, saves, chosen, done: saves === 0 && state.problem === null ? { is: 'saved' } : null },
        answer.value,
      );
    }
    case 'keyChanged':
      return { ...state, left: null };
    case 'fetching':
      return { ...quiet, fetching: state.status?.waiting.cells ?? 0 };
    case 'fetched': {
      const { answer, status, isAnswered } = event;
      const now = { ...(status.ok ? withStatus(quiet, status.value) : quiet), fetching: null };
      return answer.ok
        ? { ...now, done: { is: 'fetched', cells: answer.value, isAnswered } }
        : withProblem(now, answer.sentence, true);
    }
  }
}

/** The policy that applies, or will once the host confirms it. */
export function shownPolicy({ status, chosen }: SpendingState): SpendPolicy {
  return chosen.policy ?? status?.policy ?? DEFAULT_POLICY;
}

export function shownOwnerLimit({ status, chosen }: SpendingState): number | null {
  return chosen.ownerLimit === undefined ? (status?.ownerLimit ?? null) : chosen.ownerLimit;
}

function withStatus(state: SpendingState, status: SpendingStatus): SpendingState {
  const unanswered = status.fetching ?? 0;
  const mostLeft = unanswered && Math.max(unanswered, state.mostLeft);
  const next = { ...state, status, mostLeft, left: toCreditsLeft(state, status) };
  return state.chosen.policy === undefined ? withDailyLimit(next, status.policy) : next;
}

/** The service says it only where it refuses, and the answer is true until something is spent. */
function toCreditsLeft({ left }: SpendingState, status: SpendingStatus): CreditsLeft | null {
  const spent = status.formulasToday + status.runsToday;
  if (status.creditsLeft !== undefined) return { credits: status.creditsLeft, spent };
  return left?.spent === spent ? left : null;
}

function withDailyLimit(state: SpendingState, policy: SpendPolicy): SpendingState {
  return policy.mode === 'daily' ? { ...state, dailyLimit: policy.limit } : state;
}

function withProblem(state: SpendingState, sentence: string, isOfFetch = false): SpendingState {
  return { ...state, problem: { sentence, isOfReading: false, isOfFetch } };
}
