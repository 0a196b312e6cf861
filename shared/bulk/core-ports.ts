import type { ClientPorts } from '../client/ports';
import type { CreditsPorts } from '../credits/ports';
import type { LookupPorts } from '../lookup/ports';
import type { RecordsPorts } from '../records/ports';
import type * as core from '../task';

/** What a run asks of its host besides its cells and its journal. */
export type RunPorts = ClientPorts & RecordsPorts & CreditsPorts & Pick<LookupPorts, 'peek'>;

export type Effect = core.EffectOf<RunPorts>;
export type EffectOf<N extends keyof RunPorts> = core.EffectOf<RunPorts, N>;
export type Task<T> = core.Task<T, RunPorts>;
export type AsyncPerformers = core.Async<RunPorts>;
