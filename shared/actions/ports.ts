import type { ClientPorts } from '../client/ports';
import type { RecordsPorts } from '../lookup/ports';
import type { Async } from '../task';

/**
 * What an action asks of its host, and what it runs client tasks with. Actions neither look companies up nor save
 * answers.
 */
export type ActionPorts = Async<ClientPorts & Pick<RecordsPorts, 'account'>>;
