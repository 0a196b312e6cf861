import type { ClientPorts } from '../client/ports';
import type { CreditsPorts, LookupPorts, RecordsPorts } from '../lookup/ports';
import type * as core from '../task';

/** What an enrichment asks of its host besides cells and record. */
export type CorePorts = ClientPorts & RecordsPorts & CreditsPorts & Pick<LookupPorts, 'peek'>;

export type CoreTask<T> = core.Task<T, CorePorts>;
export type AsyncPerformers = core.Async<CorePorts>;
