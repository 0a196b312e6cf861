/** What the manifest calls. These ids never change. */
export type CommandId =
  | 'TraceEnrich'
  | 'TraceExplore'
  | 'TraceExploreCell'
  | 'TraceFormula'
  | 'TraceFetchWaiting'
  | 'TraceRetry'
  | 'TraceFreeze'
  | 'TraceHelp';

export interface CommandGoal {
  readonly tab: string;
  /** What gets the focus there, as a selector. */
  readonly focus: string;
  /** What the panel does there by itself. */
  readonly errand?: string;
}

/** Where in the panel each command leads. */
export const COMMAND_GOALS: Readonly<Record<CommandId, CommandGoal>> = {
  TraceEnrich: { tab: 'enrich', focus: '#tab-enrich' },
  TraceExplore: { tab: 'explore', focus: '#tab-explore' },
  /** Explores the active cell. */
  TraceExploreCell: { tab: 'explore', focus: '#tab-explore', errand: 'exploreActive' },
  TraceFormula: { tab: 'formula', focus: '#tab-formula' },
  TraceFetchWaiting: { tab: 'activity', focus: '#tab-activity' },
  TraceRetry: { tab: 'activity', focus: '#tab-activity' },
  TraceFreeze: { tab: 'settings', focus: '#freeze-title' },
  TraceHelp: { tab: 'settings', focus: '#functions-title' },
};
