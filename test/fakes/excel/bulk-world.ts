import { planRun, resumeEnrichment, startEnrichment, toRunPorts, triage, undoEnrichment } from '../../../shared/runs';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import type { Plan, PlanRequest } from '../../../shared/enrich/plan/plan';
import type { Agreement, Resumption } from '../../../shared/enrich/enrichment';
import type { Undone } from '../../../shared/enrich/undo/undo';
import type { RunEvent } from '../../../shared/enrich/sheet/run-events';
import type { RunPorts, PersonWish } from '../../../shared/enrich/sheet/ports';
import type { BulkHost } from '../../../shared/ports';
import { makeExcelApi } from '../../../workbook/office/excel-api';
import { FakeDatabases, KEY_RANGE } from '../../replay/fake-indexed-db';
import { watched, type Asked, type Watch } from '../watched-ports';
import { FakeStorage } from './fake-storage';
import { loadPanel } from './panel-script';
import { FakeSettings } from './settings';
import type { FakeSheet } from './sheet';
import { FakeWorkbook } from './workbook';
import { withNumbers, type Ended } from '../ended';

const NEVER = new Promise<never>(() => undefined);

const DAYS_30 = 30 * 86_400_000;

/** Ends everything, like a closed page: none of the task's code runs any more. */
export class Crash extends Error {}

/** One workbook in Excel on one computer: its sheet, its settings, and what the browser stores. */
export class BulkWorld {
  readonly settings = new FakeSettings();
  /** The file as Excel reports it; `url` is `''` if it was never saved. */
  readonly document = { settings: this.settings, url: 'https://contoso.example/leads.xlsx' };
  readonly storage: FakeStorage;
  readonly databases: FakeDatabases;
  readonly workbook: FakeWorkbook;
  readonly events: RunEvent[] = [];
  wish: PersonWish = 'goOn';
  host!: BulkHost;
  /** Excel opens or closes the panel, whose page keeps running. */
  showPanel!: (isOpen: boolean) => void;
  /** What users do right before a request to the host, or a {@link Crash}. */
  before: (asked: Asked) => void = () => undefined;
  asked: string[] = [];
  /** The page's `globalThis`. */
  readonly page: object;
  /** What the page sees under these names; `{}`: the test's globals. */
  private readonly own: Readonly<Record<string, unknown>> = {};

  /**
   * @param options the minor version of Excel's API, the code with which an Excel refuses what it claims to support,
   * and the world of another file in the same browser, whose page is open too
   */
  constructor(
    readonly sheet: FakeSheet,
    readonly origin: string,
    options: { readonly version?: string; readonly refusesJson?: string; readonly beside?: BulkWorld } = {},
  ) {
    const { beside } = options;
    this.page = beside === undefined ? globalThis : { Object };
    this.storage = beside?.storage ?? new FakeStorage();
    this.databases = beside?.databases ?? new FakeDatabases();
    if (beside !== undefined) this.document.url = `https://contoso.example/${sheet.name}-beside.xlsx`;
    this.workbook = new FakeWorkbook(sheet);
    this.storage.setItem('trace.apiKey', 'trace_demo');
    const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
    const { version = '16' } = options;
    const requirements = {
      isSetSupported: (name: string, asked: string) =>
        name === 'ExcelApi' && Number(asked.split('.')[1]) <= Number(version),
    };
    const refusesJson = options.refusesJson ?? (Number(version) < 16 ? 'ApiNotFound' : null);
    const globals = {
      Excel: makeExcelApi(this.workbook, refusesJson),
      Office: { context: { document: this.document, requirements } },
      indexedDB: this.databases.openFor({ after, effect: () => true }),
      IDBKeyRange: KEY_RANGE,
      location: { origin },
    };
    if (beside === undefined) {
      Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: this.storage });
      Object.assign(globalThis, globals);
    } else this.own = { ...globals, localStorage: this.storage, globalThis: this.page };
    this.open();
  }

  /** Loads the page, with its own copies of the modules. */
  open(): void {
    // Objects that a page's scripts share disappear with it; see `excel-addin/functions/on-page.ts`.
    const shared = Object.getOwnPropertySymbols(this.page).filter((symbol) => symbol.description?.startsWith('trace.'));
    for (const symbol of shared) Reflect.deleteProperty(this.page, symbol);
    this.settings.reopen();
    const { makePanelHost, makeBulkHost, noteOpen } = loadPanel(this.own);
    this.showPanel = noteOpen;
    if (makePanelHost().bulk !== undefined) this.host = makeBulkHost();
  }

  /**
   * Opens the workbook again, with other sheet ids: https://github.com/OfficeDev/office-js-docs/issues/297.
   *
   * @param ids for each sheet; by default as Excel counts them
   */
  openAgain(ids: readonly string[] = []): void {
    const { sheets, names } = this.workbook;
    // Through temporary ids, because two sheets may swap theirs.
    for (const [at, sheet] of sheets.entries()) names.renumbered(sheet.id, `opened-${at}`);
    for (const [at, sheet] of sheets.entries()) {
      sheet.id = ids[at] ?? `{00000000-0001-0000-${String(at).padStart(4, '0')}-000000000000}`;
      names.renumbered(`opened-${at}`, sheet.id);
    }
    this.open();
  }

  static close(): void {
    for (const name of ['Excel', 'Office', 'indexedDB', 'IDBKeyRange', 'location', 'localStorage']) {
      Reflect.deleteProperty(globalThis, name);
    }
  }

  /**
   * Performs an errand with the panel's own host. What {@link before} throws ends everything: none of the errand's
   * code continues.
   */
  drive<T>(errand: (ports: RunPorts) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let isGone = false;
      const crash = (thrown: unknown): void => {
        isGone = true;
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      };
      const see = (asked: Asked): void => {
        try {
          if (!isGone) this.before(asked);
        } catch (thrown) {
          crash(thrown);
        }
      };
      const watch: Watch = async (asked, act) => {
        see(asked);
        if (isGone) return NEVER;
        this.asked.push(asked.ask);
        return act();
      };
      const person = {
        wish: () => {
          see({ ask: 'wish' });
          return this.wish;
        },
        tell: (event: RunEvent) => {
          see({ ask: 'tell', event });
          this.events.push(event);
        },
      };
      void errand(toRunPorts(watched(this.host.ports, watch), person)).then(resolve, reject);
    });
  }

  async plan(choices: readonly Choice[], request: Partial<PlanRequest> = {}): Promise<Plan> {
    const column = request.inputColumn ?? 0;
    const cells = this.sheet.values(column + 1).map((row) => [row[column] as string]);
    const { header, rows } = triage(cells, 0);
    return this.drive((ports) =>
      planRun(ports, {
        sheet: this.sheet.id,
        inputColumn: column,
        headerRow: header?.row ?? null,
        rows,
        choices,
        where: 'newColumns',
        mode: 'onlyEmpty',
        isOverwriteConfirmed: false,
        withHidden: true,
        ...request,
      }),
    );
  }

  start(plan: Plan, agreed: Partial<Agreement> = {}): Promise<Ended> {
    return this.drive(async (ports) =>
      withNumbers(ports, await startEnrichment(ports, plan, { cap: null, quoted: 0, maxAgeMs: DAYS_30, ...agreed })),
    );
  }

  resume(how: Resumption = {}): Promise<Ended> {
    return this.drive(async (ports) => withNumbers(ports, await resumeEnrichment(ports, how)));
  }

  undo(): Promise<Undone> {
    return this.drive(undoEnrichment);
  }
}
