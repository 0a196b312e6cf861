import type { Script } from 'node:vm';
import { CarriedMarks, METADATA_HABITS } from '../carried-marks';
import type { AuthMode } from './auth-mode';
import { CacheStore } from './services/cache-store';
import { SheetsClock } from './clock';
import { DailyCalls } from './daily-calls';
import { execute, type Execution } from './execution';
import { LockStore } from './services/lock-store';
import { PropertyStore } from './services/property-store';
import { readPushedCode } from './pushed-code';
import type { ActiveCell } from './run';
import type { User } from './user';
import { toShownCells, type ShownCell } from './sheet/shown-cells';
import { toScriptRunArgument, toScriptRunAnswer } from './services/script-run';
import type { MenuItem, Screen } from './services/spreadsheet-app';
import { SyncHttp } from './threads/sync-http';
import { calculateFormula } from './sheet/formula';
import { AT_ONCE } from './service-times';
import { SheetGrid } from './sheet/sheet-grid';
import type { WorldState } from './world-state';

/** The files that are pushed to Apps Script. */
export interface AddonFiles {
  readonly code: string;
  readonly html: string;
  /** `appsscript.json`. */
  readonly manifest: string;
}

interface WorldOptions extends AddonFiles {
  /** Where origins are really served; see `NetworkSettings.origins`. */
  readonly origins: Readonly<Record<string, string>>;
}

export interface FormulaOutcome {
  /** What the cells show; `#ERROR!` or `#NAME?` if it failed. */
  readonly cells: readonly (readonly ShownCell[])[];
  /** What hovering over a failed cell shows. */
  readonly note: string | null;
  /** The calls of Google's services, in order. */
  readonly calls: readonly string[];
  readonly tookMs: number;
}

interface Typing {
  readonly as?: User;
  /** The cell, if Google reports it to the script. */
  readonly at?: ActiveCell | null;
}

/** Far from UTC, so that a date made in the wrong zone shows another day. */
const TIME_ZONE = 'America/New_York';

/** https://developers.google.com/apps-script/guides/services/quotas */
export const FORMULA_LIMIT_MS = 30_000;
const SCRIPT_LIMIT_MS = 360_000;
const URL_FETCH_CALLS = 20_000;
export const PROPERTY_CALLS = 50_000;

/** One spreadsheet with the add-on, its owner and an editor. A model of Google's documented rules, not Google. */
export class SheetsWorld {
  readonly state: WorldState;
  readonly code: string;
  private readonly script: Script;
  private readonly topLevel: readonly string[];
  readonly http = new SyncHttp();

  constructor({ code, html, manifest, origins }: WorldOptions) {
    this.code = code;
    const clock = new SheetsClock(Date.now());
    const { urlFetchWhitelist } = JSON.parse(manifest) as { urlFetchWhitelist?: readonly string[] };
    const { script, functionNames } = readPushedCode(code);
    this.topLevel = functionNames;
    this.script = script;
    this.state = {
      clock,
      timeZone: TIME_ZONE,
      locale: 'en_US',
      network: {
        origins: { ...origins },
        unreachable: new Set(),
        callsLeft: URL_FETCH_CALLS,
        quotaText: 'Service invoked too many times for one day: urlfetch.',
        refusals: [],
        takesMs: null,
        honoursTimeout: true,
      },
      urlFetchWhitelist: urlFetchWhitelist ?? null,
      files: { Sidebar: html },
      userProperties: { owner: new PropertyStore(), editor: new PropertyStore() },
      documentProperties: new PropertyStore(),
      scriptProperties: new PropertyStore(),
      propertyCalls: { owner: new DailyCalls(PROPERTY_CALLS), editor: new DailyCalls(PROPERTY_CALLS) },
      documentCache: new CacheStore(clock),
      userCaches: { owner: new CacheStore(clock), editor: new CacheStore(clock) },
      scriptCache: new CacheStore(clock),
      documentCacheIs: 'there',
      nullInFunctions: new Set(),
      sheets: [new SheetGrid(0, 'Sheet1')],
      metadata: new CarriedMarks({ ...METADATA_HABITS }),
      selection: { sheetId: 0, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
      refusesSheets: null,
      namedRanges: new Map(),
      namedFunctions: new Map(),
      locks: new LockStore(),
      times: { ...AT_ONCE },
      keepsRoom: false,
      spreadsheetId: 'spreadsheet-1',
      cutOff: null,
      meanwhile: null,
      refusedRuns: [],
      running: 0,
      withheldScopes: new Set(),
      requests: [],
      exceptions: [],
      logged: [],
    };
  }

  /** Types `=NAME(args)` in a cell. `undefined` is an omitted argument at the end, `""` one in between. */
  typeFormula(name: string, args: readonly unknown[] = [], { as: user = 'owner', at }: Typing = {}): FormulaOutcome {
    const functionName = this.findFunction(name);
    if (functionName === undefined) {
      return { cells: [['#NAME?']], note: `Unknown function: '${name}'.`, calls: [], tookMs: 0 };
    }
    const limitMs = FORMULA_LIMIT_MS;
    const { ending, calls, tookMs } = this.execute(functionName, args, 'CUSTOM_FUNCTION', user, limitMs, at);
    return ending.ok
      ? { cells: toShownCells(ending.value), note: null, calls, tookMs }
      : { cells: [['#ERROR!']], note: ending.text, calls, tookMs };
  }

  /** Answers every waiting formula, each from its own run. */
  calculate({ as, knowsCells = true }: { as?: User; knowsCells?: boolean } = {}): readonly FormulaOutcome[] {
    return this.state.sheets.flatMap((grid) =>
      grid.waiting().flatMap(({ formula, ...place }) => {
        const at = knowsCells ? { ...place, sheetId: grid.id } : null;
        const outcomes: FormulaOutcome[] = [];
        const answers = new Map<string, FormulaOutcome['cells']>();
        for (;;) {
          const calculated = calculateFormula(formula, grid, this.state, answers);
          if (calculated.is === 'shown') {
            grid.answer(place, calculated.cells);
            return outcomes;
          }
          for (const { key, name, args } of calculated.calls) {
            const outcome = this.typeFormula(name, args, { ...(as === undefined ? {} : { as }), at });
            answers.set(key, outcome.cells);
            outcomes.push(outcome);
          }
        }
      }),
    );
  }

  /** The function of the add-on that a name in a formula refers to. */
  findFunction(name: string): string | undefined {
    return this.topLevel.find((known) => known.toUpperCase() === name.toUpperCase() && !known.endsWith('_'));
  }

  /** `google.script.run[functionName](...args)`; throws what the failure handler gets. */
  scriptRun(functionName: string, args: readonly unknown[], { as: user = 'owner' as User } = {}): unknown {
    if (!this.topLevel.includes(functionName) || functionName.endsWith('_')) {
      throw new Error(`google.script.run.${functionName} is not a function`);
    }
    const { ending } = this.execute(functionName, args.map(toScriptRunArgument), 'FULL', user, SCRIPT_LIMIT_MS);
    if (!ending.ok) throw new Error(ending.text);
    return toScriptRunAnswer(ending.value);
  }

  /** A message of the sidebar. */
  callRpc(name: string, args: readonly unknown[] = [], options: { as?: User } = {}): unknown {
    return this.scriptRun('rpc', [name, args], options);
  }

  /** Opens the spreadsheet. Returns the menu that `onOpen` creates, or why there is none. */
  open(
    authMode: AuthMode,
    user: User = 'owner',
  ): { readonly menu: readonly MenuItem[] | null; readonly text: string | null } {
    return this.toMenu(this.execute('onOpen', [{ authMode }], authMode, user, SCRIPT_LIMIT_MS));
  }

  /** Installs the add-on in the open spreadsheet. */
  install(user: User = 'owner'): { readonly menu: readonly MenuItem[] | null; readonly text: string | null } {
    return this.toMenu(this.execute('onInstall', [{ authMode: 'FULL' }], 'FULL', user, SCRIPT_LIMIT_MS));
  }

  /** Chooses an entry of the menu; returns the sidebar that opens. */
  choose(item: MenuItem, user: User = 'owner'): Screen['sidebar'] {
    const { ending, screen } = this.execute(item.functionName, [], 'FULL', user, SCRIPT_LIMIT_MS);
    if (!ending.ok) throw new Error(ending.text);
    return screen.sidebar;
  }

  /** Chooses an entry of the menu that works without the panel; returns what it says. */
  command(functionName: string, user: User = 'owner'): readonly string[] {
    const { ending, screen } = this.execute(functionName, [], 'FULL', user, SCRIPT_LIMIT_MS);
    if (!ending.ok) throw new Error(ending.text);
    return screen.said.map(([, text]) => text);
  }

  /** Everything that outlives or leaves a run, except user properties and the requests themselves. */
  texts(): readonly string[] {
    const { documentCache, userCaches, scriptCache, documentProperties, scriptProperties, exceptions, logged, files } =
      this.state;
    const stores = [
      documentCache,
      userCaches.owner,
      userCaches.editor,
      scriptCache,
      documentProperties,
      scriptProperties,
    ];
    return [...stores.flatMap((store) => store.texts()), ...exceptions, ...logged, ...Object.values(files)];
  }

  async stop(): Promise<void> {
    await this.http.stop();
  }

  private execute(
    functionName: string,
    args: readonly unknown[],
    authMode: AuthMode,
    user: User,
    limitMs: number,
    cell: ActiveCell | null = null,
  ): Execution {
    return execute({ script: this.script, functionName, args, authMode, user, limitMs, cell }, this.state, this.http);
  }

  private toMenu({ ending, screen }: Execution): {
    readonly menu: readonly MenuItem[] | null;
    readonly text: string | null;
  } {
    return { menu: screen.menu, text: ending.ok ? null : ending.text };
  }
}
