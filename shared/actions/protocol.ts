import type { FilterFields, Definition, SavedList, TierCounts } from '../client/resources/list-answers';
import type { Flag } from '../client/resources/flags';
import type { ListAccess } from '../client/resources/lists';
import type { ChangedDomains } from './list-domains';
import type { RescanCheck } from './rescan-check';
import type { RescanRecord } from './rescan-record';
import type { StartedRescan } from './start-rescan';

interface OfList {
  readonly listId: string;
}

/** As the service returned it, or as the user edited it. */
interface GivenDefinition {
  readonly definition: Pick<Definition, 'rest'> & {
    readonly registry_version?: Definition['registry_version'];
    readonly tree: object;
  };
}

/**
 * The actions that a page may ask for, by name: a plain JSON object in, plain JSON out. Errors are passed as errors:
 * the page chooses their words. None is a function of the sheet, since recalculation would repeat it. All are free.
 */
export interface ActionMessages {
  readonly startRescan: { readonly given: { readonly domains: readonly unknown[] }; readonly value: StartedRescan };
  /** Ask again after `askAgainAfterMs`, with the record from the last answer. */
  readonly checkRescan: { readonly given: { readonly record: RescanRecord }; readonly value: RescanCheck };
  readonly flagCompany: {
    /** A domain or a slug; at most 2,000 characters. */
    readonly given: { readonly company: string; readonly description?: string };
    readonly value: Flag;
  };
  readonly indexLists: { readonly given: Record<never, never>; readonly value: readonly SavedList[] };
  readonly createList: {
    readonly given: { readonly name: string } & Partial<GivenDefinition>;
    readonly value: SavedList | null;
  };
  readonly renameList: { readonly given: OfList & { readonly name: string }; readonly value: SavedList | null };
  readonly deleteList: { readonly given: OfList; readonly value: null };
  readonly readFields: { readonly given: Record<never, never>; readonly value: FilterFields };
  readonly readDefinition: { readonly given: OfList; readonly value: Definition | null };
  readonly replaceDefinition: { readonly given: OfList & GivenDefinition; readonly value: Definition };
  readonly previewCount: { readonly given: GivenDefinition; readonly value: number | null };
  readonly materializeList: { readonly given: OfList; readonly value: TierCounts | null };
  readonly addDomains: {
    readonly given: OfList & { readonly domains: readonly unknown[] };
    readonly value: ChangedDomains;
  };
  readonly excludeDomains: {
    readonly given: OfList & { readonly domains: readonly unknown[] };
    readonly value: ChangedDomains;
  };
  readonly shareList: {
    readonly given: OfList & { readonly email: string; readonly access: ListAccess };
    readonly value: null;
  };
}

export type ActionName = keyof ActionMessages;

/** One call, as a page sends it to its host. */
export type ActionCall = {
  [N in ActionName]: [name: N, given: ActionMessages[N]['given']];
}[ActionName];

export type ActionValue = ActionMessages[ActionName]['value'];
