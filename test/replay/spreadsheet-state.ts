import { AT_ONCE } from '../fakes/apps-script/service-times';
import { CarriedMarks, METADATA_HABITS } from '../fakes/carried-marks';
import { CacheStore } from '../fakes/apps-script/services/cache-store';
import type { SheetsClock } from '../fakes/apps-script/clock';
import { DailyCalls } from '../fakes/apps-script/daily-calls';
import { LockStore } from '../fakes/apps-script/services/lock-store';
import { PropertyStore } from '../fakes/apps-script/services/property-store';
import { SheetGrid } from '../fakes/apps-script/sheet/sheet-grid';
import { PROPERTY_CALLS } from '../fakes/apps-script/world';
import type { WorldState } from '../fakes/apps-script/world-state';
import { API_ORIGIN } from './addon-realm';

/** A new spreadsheet. @param takesMs what each fetch takes on its clock */
export function openSpreadsheet(clock: SheetsClock, servedAt: string, takesMs: number): WorldState {
  const cache = (): CacheStore => new CacheStore(clock);
  return {
    clock,
    timeZone: 'America/New_York',
    locale: 'en_US',
    network: {
      origins: { [API_ORIGIN]: servedAt },
      unreachable: new Set(),
      callsLeft: 1_000_000,
      quotaText: '',
      refusals: [],
      takesMs,
      honoursTimeout: true,
    },
    urlFetchWhitelist: null,
    files: {},
    userProperties: { owner: new PropertyStore(), editor: new PropertyStore() },
    documentProperties: new PropertyStore(),
    scriptProperties: new PropertyStore(),
    propertyCalls: { owner: new DailyCalls(PROPERTY_CALLS), editor: new DailyCalls(PROPERTY_CALLS) },
    documentCache: cache(),
    userCaches: { owner: cache(), editor: cache() },
    scriptCache: cache(),
    documentCacheIs: 'there',
    nullInFunctions: new Set(),
    spreadsheetId: 'spreadsheet-1',
    namedRanges: new Map(),
    namedFunctions: new Map(),
    locks: new LockStore(),
    times: { ...AT_ONCE },
    keepsRoom: false,
    sheets: [new SheetGrid(0, 'Sheet1')],
    metadata: new CarriedMarks({ ...METADATA_HABITS }),
    selection: { sheetId: 0, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    cutOff: null,
    meanwhile: null,
    refusedRuns: [],
    refusesSheets: null,
    running: 0,
    withheldScopes: new Set(),
    requests: [],
    exceptions: [],
    logged: [],
  };
}
