/** What the manifest calls. These ids never change. */
export type CommandId =
  | 'TraceEnrich'
  | 'TraceExplore'
  | 'TraceExploreCell'
  | 'TraceFormula'
  | 'TraceFetchWaiting'
  | 'TraceRetry'
  | 'TraceFreeze'
  | 'TraceSelfTest'
  | 'TraceHelp';

interface CommandGoal {
  readonly tab: string;
  /** What gets the focus there, as a selector; absent: the tab itself. */
  readonly focus?: string;
  /** What the panel does there by itself. */
  readonly errand?: string;
}

/** Where in the panel each command leads. */
export const COMMAND_GOALS: Readonly<Record<CommandId, CommandGoal>> = {
  TraceEnrich: { tab: 'enrich' },
  TraceExplore: { tab: 'explore' },
  TraceExploreCell: { tab: 'explore', errand: 'exploreActive' },
  TraceFormula: { tab: 'formula' },
  TraceFetchWaiting: { tab: 'activity' },
  TraceRetry: { tab: 'activity' },
  TraceFreeze: { tab: 'settings', focus: '#freeze-title' },
  TraceSelfTest: { tab: 'settings', focus: '#self-test-title' },
  TraceHelp: { tab: 'settings', focus: '#functions-title' },
};
