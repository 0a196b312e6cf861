/** What a task has spent, in credits. `unsure`: what Trace may have charged besides, for answers that were lost. */
interface Spent {
  readonly credits: number;
  readonly unsure: number;
}

/** What a task and its second try have spent. The second try asks again for lost answers, which are not charged twice. */
export function addSpent(before: Spent, more: Spent): Spent {
  return { credits: before.credits + more.credits, unsure: Math.max(more.unsure, before.unsure - more.credits) };
}
