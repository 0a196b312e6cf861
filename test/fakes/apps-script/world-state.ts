import type { SheetsClock } from './clock';
import type { CarriedMarks } from '../carried-marks';
import type { CacheStore } from './services/cache-store';
import type { DailyCalls } from './daily-calls';
import type { Metadata } from './sheet/column-metadata';
import type { LockStore } from './services/lock-store';
import type { PropertyStore } from './services/property-store';
import type { User } from './user';
import type { ServiceTimes } from './service-times';
import type { SheetGrid } from './sheet/sheet-grid';
import type { Area } from './sheet/sheet-layout';

/** A request that left Google's servers. */
interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Network settings that tests may change while the world runs. */
interface NetworkSettings {
  /** The real addresses of internet origins such as `https://api.tracedata.ai`. Other origins have none. */
  readonly origins: Record<string, string>;
  /** Origins that Google's servers cannot reach at the moment. */
  readonly unreachable: Set<string>;
  /** URL Fetch calls left today; each request of a `fetchAll` is one. */
  callsLeft: number;
  /** Google's message when none is left, in the user's language. */
  quotaText: string;
  /** Sentences with which Google refuses the next calls before anything is sent, one each; `<URL>` is the address. */
  readonly refusals: string[];
  /** How long one `fetch` or `fetchAll` takes on the world's clock; `null`: as long as it really takes. */
  takesMs: number | null;
  /** Whether `timeoutSeconds` is honored: it is documented, but some report that it is not. */
  honoursTimeout: boolean;
}

/** Google ends a run at any point: after its time, or when its own servers fail. */
interface CutOff {
  /** How many calls of Google's services are still answered. */
  readonly afterCalls: number;
  /** Whether collected changes to cells are applied anyway. */
  readonly makesCollectedChanges: boolean;
}

/** A store of the document, which functions of an installed add-on may lack. */
export type DocumentStoreName = 'properties' | 'cache' | 'lock';

/** Everything that survives a run. */
export interface WorldState {
  readonly clock: SheetsClock;
  readonly timeZone: string;
  /** The language and country of the spreadsheet. */
  locale: string;
  readonly network: NetworkSettings;
  readonly urlFetchWhitelist: readonly string[] | null;
  readonly files: Readonly<Record<string, string>>;
  readonly userProperties: Readonly<Record<User, PropertyStore>>;
  readonly documentProperties: PropertyStore;
  readonly scriptProperties: PropertyStore;
  /** For the user at the keyboard, whoever owns the properties. */
  readonly propertyCalls: Readonly<Record<User, DailyCalls>>;
  readonly documentCache: CacheStore;
  readonly userCaches: Readonly<Record<User, CacheStore>>;
  readonly scriptCache: CacheStore;
  /**
   * `missing`: there is no document cache; `failing`: its calls throw; `unreadable`: only reads throw; `unwritable`:
   * only writes throw.
   */
  documentCacheIs: 'there' | 'missing' | 'failing' | 'unreadable' | 'unwritable';
  /** The document's stores for which Google returns `null` in functions, as add-ons report, and nowhere else. */
  readonly nullInFunctions: Set<DocumentStoreName>;
  readonly spreadsheetId: string;
  readonly sheets: SheetGrid[];
  /**
   * Google's message if a sheet is added or deleted, as in a file whose organization forbids it; `null`: it is
   * allowed.
   */
  refusesSheets: string | null;
  /** References, such as `Leads!A2`, by name in capitals. */
  readonly namedRanges: Map<string, string>;
  /** By name in capitals. */
  readonly namedFunctions: Map<string, { readonly params: readonly string[]; readonly formula: string }>;
  /** On columns, by the ids of their sheets. */
  readonly metadata: CarriedMarks<Metadata>;
  /** The user's selection, the first area first. */
  selection: { readonly sheetId: number; readonly areas: readonly Area[] };
  /** Where the next run is cut off; `null`: nowhere. */
  cutOff: CutOff | null;
  /** Sentences with which Google refuses the next runs, one each: none of the script's code runs. */
  readonly refusedRuns: string[];
  /** How many runs of the owner are in progress, for formulas and the sidebar. */
  running: number;
  /** What other users do during a run; receives the calls so far, before the newest is answered. */
  meanwhile: ((calls: readonly string[]) => void) | null;
  readonly locks: LockStore;
  /** Whether all runs share one realm, which takes half the time; for tests with many runs. */
  keepsRoom: boolean;
  /** How long Google takes; nothing by default. */
  readonly times: ServiceTimes;
  /** The scopes that the user has not granted; Google lets users grant them one by one. */
  readonly withheldScopes: Set<string>;
  readonly requests: SentRequest[];
  /** The texts of all exceptions that services threw. */
  readonly exceptions: string[];
  readonly logged: string[];
  /** The button that the user presses in a dialog; `YES` by default. */
  presses?: 'YES' | 'NO';
  /** What happens while a dialog waits for the user. */
  whileAsked?: () => void;
}
