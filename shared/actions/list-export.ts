import { readSavedList } from '../client/resources/list-answers';
import { exportList as toExportRequest, showList } from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import type { Confirmable } from './confirm';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

export type ExportedList = Confirmable<Record<never, never>, { /** Passed on unchanged. */ readonly csv: string }>;

/**
 * Exports every member. Their number is unlimited and no page gives the price, so the action asks for confirmation
 * first.
 */
export async function exportList(ports: ActionPorts, listId: string, isConfirmed: boolean): Promise<ExportedList> {
  await requireUserKey(ports);
  const unknown = new TraceError('listUnknown', { listId });
  if (!isConfirmed) {
    const list = readSavedList(await askFor(ports, showList(listId), unknown));
    const willDo = `This exports all companies of the list "${list?.name ?? listId}". It costs up to 1 credit for each company that you have not paid for in the last 30 days.`;
    return { is: 'toConfirm', willDo };
  }
  const csv = await askFor(ports, toExportRequest(listId), unknown);
  return { is: 'done', csv: typeof csv === 'string' ? csv : '' };
}
