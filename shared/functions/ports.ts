import type { ClientPorts } from '../client/ports';
import type { LookupPorts } from '../lookup/ports';
import type { RecordsPorts } from '../records/ports';
import type { Task } from '../task';

/** What a formula asks of its host. It neither sends nor pays: its look-ups do. */
export type FormulaPorts = Pick<ClientPorts, 'now'> & Pick<RecordsPorts, 'account'> & LookupPorts;
export type FormulaTask<T> = Task<T, FormulaPorts>;
/** What only looks up: a run asks it too, by its own requests. */
export type LookupTask<T> = Task<T, Pick<LookupPorts, 'lookup'>>;
