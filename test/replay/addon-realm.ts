import { createContext, runInContext, Script, type Context } from 'node:vm';
import { build } from 'esbuild';
import { makeCacheService } from '../fakes/apps-script/services/cache-service';
import { makeLockService } from '../fakes/apps-script/services/lock-service';
import { makePropertiesService } from '../fakes/apps-script/services/properties-service';
import { makeRealm, type Realm } from '../fakes/apps-script/realm';
import { Run } from '../fakes/apps-script/run';
import type { User } from '../fakes/apps-script/user';
import { makeSpreadsheetApp } from '../fakes/apps-script/services/spreadsheet-app';
import type { SyncHttp } from '../fakes/apps-script/threads/sync-http';
import { makeUrlFetchApp } from '../fakes/apps-script/services/url-fetch-app';
import { makeUtilities } from '../fakes/apps-script/services/utilities';
import type { WorldState } from '../fakes/apps-script/world-state';
import type { AuthMode } from '../fakes/apps-script/auth-mode';

export const API_ORIGIN = 'https://api.tracedata.ai';

const FORMULA_LIMIT_MS = 30_000;
const SCRIPT_LIMIT_MS = 360_000;

interface Addon {
  callFunction(id: string, received: readonly unknown[]): unknown;
  rpc(name: string, args: readonly unknown[]): unknown;
}

/** The outcome of one run; `null`: Google ended it. */
export interface Ended {
  readonly value: unknown;
  readonly isOver: boolean;
  /** How many calls of Google's services it made. */
  readonly calls: number;
}

/**
 * The add-on's modules in one realm for all runs: nothing in them outlasts a run, and a realm for each would take most of
 * the time of a replay. That nothing does is tested elsewhere, where each run has its own.
 */
export class AddonRealm {
  private readonly context: Context = createContext({});
  private readonly realm: Realm;
  private readonly addon: Addon;
  private nowMs: () => number = () => 0;

  constructor(code: string) {
    this.realm = makeRealm(this.context, () => this.nowMs());
    new Script(code, { filename: 'Code.js' }).runInContext(this.context);
    this.addon = runInContext('addon', this.context) as Addon;
  }

  /** @param active what of the sheet is seen besides */
  formula(id: string, args: readonly unknown[], user: User, state: WorldState, http: SyncHttp, active: object): Ended {
    return this.run('CUSTOM_FUNCTION', user, FORMULA_LIMIT_MS, state, http, active, () =>
      this.addon.callFunction(id, args),
    );
  }

  /** A message of the sidebar. */
  rpc(name: string, args: readonly unknown[], state: WorldState, http: SyncHttp): Ended {
    return this.run('FULL', 'owner', SCRIPT_LIMIT_MS, state, http, {}, () => this.addon.rpc(name, args));
  }

  private run(
    mode: AuthMode,
    user: User,
    limitMs: number,
    state: WorldState,
    http: SyncHttp,
    active: object,
    act: () => unknown,
  ): Ended {
    this.nowMs = () => state.clock.nowMs();
    const run = new Run(state, this.realm, mode, user, limitMs, null);
    Object.assign(this.context, {
      CacheService: makeCacheService(run),
      LockService: makeLockService(run),
      PropertiesService: makePropertiesService(run),
      SpreadsheetApp: { ...makeSpreadsheetApp(run, { menu: null, sidebar: null, said: [] }), ...active },
      UrlFetchApp: makeUrlFetchApp(run, http),
      Utilities: makeUtilities(run),
    });
    let value: unknown = null;
    try {
      value = act();
      run.finish();
    } catch (thrown) {
      if (!run.isOver) throw thrown;
    }
    state.locks.releaseAll(run.id);
    return { value, isOver: run.isOver, calls: run.calls.length };
  }
}

/** The modules as they are now. */
export async function bundleAddon(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['apps-script/main.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'addon',
    target: 'es2020',
    define: { TRACE_API_ORIGIN: JSON.stringify(API_ORIGIN) },
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
