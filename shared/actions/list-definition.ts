import { readFilterFields, type FilterFields } from '../client/resources/filter-fields';
import {
  readDefinition,
  readPreviewCount,
  readSavedList,
  readTierCounts,
  type Definition,
  type TierCounts,
} from '../client/resources/list-answers';
import {
  listFilterFields,
  materializeList as toMaterializeRequest,
  previewListCount,
  replaceDefinition as toReplaceRequest,
  showDefinition as toShowRequest,
  showList,
} from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import type { Confirmable } from './confirm';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

/** A definition to send, with the current version of the field catalogue. */
interface StampedDefinition {
  readonly definition: Definition;
  /** Whether it was made with another version, so that fields may have changed since. `null`: unknown. */
  readonly registryChanged: boolean | null;
}

/** The fields and operators that a definition may use. */
export async function readFields(ports: ActionPorts): Promise<FilterFields> {
  await requireUserKey(ports);
  const fields = readFilterFields(await askFor(ports, listFilterFields(), new TraceError('unreadable', {})));
  if (fields === null) throw new TraceError('unreadable', {});
  return fields;
}

/** @returns `null` for a list that is filled by hand */
export async function readListDefinition(ports: ActionPorts, listId: string): Promise<Definition | null> {
  await requireUserKey(ports);
  return readDefinition(await askFor(ports, toShowRequest(listId), new TraceError('listUnknown', { listId })));
}

/** The service requires the current version in each definition: https://docs.tracedata.ai/api/lists/. */
export async function stampDefinition(ports: ActionPorts, definition: Definition): Promise<StampedDefinition> {
  const { registry_version: current } = await readFields(ports);
  const made = definition.registry_version;
  return {
    definition: { ...definition, registry_version: current ?? made },
    registryChanged: current === null || made === null ? null : String(current) !== String(made),
  };
}

export type ReplacedDefinition = Confirmable<
  {
    readonly registryChanged: boolean | null;
    /** The definition to be replaced, so that the page can keep it. */
    readonly current: Definition | null;
  },
  {
    readonly registryChanged: boolean | null;
    /** As it was sent. */
    readonly definition: Definition;
  }
>;

/** Without confirmation, only says what it would do. */
export async function replaceDefinition(
  ports: ActionPorts,
  listId: string,
  definition: Definition,
  isConfirmed: boolean,
): Promise<ReplacedDefinition> {
  const unknown = new TraceError('listUnknown', { listId });
  const stamped = await stampDefinition(ports, definition);
  const { registryChanged } = stamped;
  if (!isConfirmed) {
    const list = readSavedList(await askFor(ports, showList(listId), unknown));
    const current = list?.definition ?? (await readListDefinition(ports, listId));
    const willDo = `This replaces the conditions of the list "${list?.name ?? listId}". Trace then finds its companies again, for everyone it is shared with.`;
    return { is: 'toConfirm', willDo, registryChanged, current };
  }
  await askFor(ports, toReplaceRequest(listId, stamped.definition), unknown);
  return { is: 'done', registryChanged, definition: stamped.definition };
}

/** How many companies a definition finds; `null` if the service does not say. */
export async function previewCount(ports: ActionPorts, definition: Definition): Promise<number | null> {
  const stamped = await stampDefinition(ports, definition);
  return readPreviewCount(await askFor(ports, previewListCount(stamped.definition), new TraceError('unreadable', {})));
}

/** Recomputes the members. Returns `null` if the service gives no count. */
export async function materializeList(ports: ActionPorts, listId: string): Promise<TierCounts | null> {
  await requireUserKey(ports);
  return readTierCounts(await askFor(ports, toMaterializeRequest(listId), new TraceError('listUnknown', { listId })));
}
