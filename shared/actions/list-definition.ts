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
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';
import type { Confirmable } from './confirm';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

/** A definition as it is sent, with the current version of the field catalogue. */
interface StampedDefinition {
  readonly definition: Definition;
  /** Whether it was made with another version, whose fields may have changed since. `null`: unknown. */
  readonly registryChanged: boolean | null;
}

/** The fields and operators that a definition may use. */
export function* readFields(): ActionTask<FilterFields> {
  yield* requireUserKey();
  const fields = readFilterFields(yield* askFor(listFilterFields(), new TraceError('unreadable', {})));
  if (fields === null) throw new TraceError('unreadable', {});
  return fields;
}

/** @returns `null` for a list that is filled by hand */
export function* readListDefinition(listId: string): ActionTask<Definition | null> {
  yield* requireUserKey();
  return readDefinition(yield* askFor(toShowRequest(listId), new TraceError('listUnknown', { listId })));
}

/** The service requires the current version in each definition: https://docs.tracedata.ai/api/lists/. */
export function* stampDefinition(definition: Definition): ActionTask<StampedDefinition> {
  const { registry_version: current } = yield* readFields();
  const made = definition.registry_version;
  return {
    definition: { ...definition, registry_version: current ?? made },
    registryChanged: current === null || made === null ? null : String(current) !== String(made),
  };
}

export type ReplacedDefinition = Confirmable<
  {
    readonly registryChanged: boolean | null;
    /** The definition that would be replaced, so that the page can keep it. */
    readonly current: Definition | null;
  },
  {
    readonly registryChanged: boolean | null;
    /** As it was sent. */
    readonly definition: Definition;
  }
>;

/** Without a confirmation, only says what it would do. */
export function* replaceDefinition(
  listId: string,
  definition: Definition,
  isConfirmed: boolean,
): ActionTask<ReplacedDefinition> {
  const unknown = new TraceError('listUnknown', { listId });
  const stamped = yield* stampDefinition(definition);
  const { registryChanged } = stamped;
  if (!isConfirmed) {
    const list = readSavedList(yield* askFor(showList(listId), unknown));
    const current = list?.definition ?? (yield* readListDefinition(listId));
    const willDo = `This replaces the definition of the list "${list?.name ?? listId}": its members are computed anew, for everybody it is shared with.`;
    return { is: 'toConfirm', willDo, registryChanged, current };
  }
  yield* askFor(toReplaceRequest(listId, stamped.definition), unknown);
  return { is: 'done', registryChanged, definition: stamped.definition };
}

/** How many companies a definition finds; `null` where the service does not say. */
export function* previewCount(definition: Definition): ActionTask<number | null> {
  const stamped = yield* stampDefinition(definition);
  return readPreviewCount(yield* askFor(previewListCount(stamped.definition), new TraceError('unreadable', {})));
}

/** Recomputes the members. Returns `null` where the service gives no count. */
export function* materializeList(listId: string): ActionTask<TierCounts | null> {
  yield* requireUserKey();
  return readTierCounts(yield* askFor(toMaterializeRequest(listId), new TraceError('listUnknown', { listId })));
}
