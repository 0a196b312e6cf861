import type { ClientPorts } from '../client/ports';
import type { RecordsPorts } from '../records/ports';
import type { Task } from '../task';

/** What an action asks of its host. Actions neither look companies up nor store answers. */
export type ActionPorts = ClientPorts & Pick<RecordsPorts, 'account'>;
export type ActionTask<T> = Task<T, ActionPorts>;
