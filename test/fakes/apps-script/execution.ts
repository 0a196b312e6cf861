import { runInContext, type Script } from 'node:vm';
import type { AuthMode } from './auth-mode';
import { makeCacheService } from './services/cache-service';
import { makeHtmlService } from './services/html-service';
import { makeLockService } from './services/lock-service';
import { makePropertiesService } from './services/properties-service';
import { EXCEEDED, Run, type ActiveCell } from './run';
import type { User } from './user';
import { roomFor } from './room';
import { makeScriptApp, makeSession } from './services/script-app';
import { makeSpreadsheetApp, type Screen } from './services/spreadsheet-app';
import { makeUrlFetchApp, type BlockingHttp } from './services/url-fetch-app';
import { makeUtilities } from './services/utilities';
import type { WorldState } from './world-state';

/** The outcome of one run. `text` is what Google shows of an exception. */
type Ending = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string };

export interface Execution {
  readonly ending: Ending;
  /** The calls of Google's services. */
  readonly calls: readonly string[];
  readonly screen: Screen;
  readonly tookMs: number;
}

interface ExecutionOrder {
  readonly script: Script;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly authMode: AuthMode;
  readonly user: User;
  readonly limitMs: number;
  readonly cell?: ActiveCell | null;
}

/** For one user, formulas and sidebar together: https://developers.google.com/apps-script/guides/services/quotas. */
export const RUNS_AT_ONCE = 30;
const BUSY = 'There are too many scripts running simultaneously for this Google user account.';

/**
 * Runs a top-level function of the add-on as Google does: in its own context, with Google's services. No global
 * survives, unless the spreadsheet is set to keep them.
 */
export function execute(order: ExecutionOrder, state: WorldState, http: BlockingHttp): Execution {
  const screen: Screen = { menu: null, sidebar: null, said: [] };
  const refusal = state.running >= RUNS_AT_ONCE ? BUSY : state.refusedRuns.shift();
  if (refusal !== undefined) return { ending: { ok: false, text: refusal }, calls: [], screen, tookMs: 0 };
  const room = roomFor(order.script, state);
  const { context, realm } = room;
  room.isBusy = true;
  const run = new Run(state, realm, order.authMode, order.user, order.limitMs, order.cell ?? null);
  Object.assign(context, {
    CacheService: makeCacheService(run),
    HtmlService: makeHtmlService(run),
    LockService: makeLockService(run),
    PropertiesService: makePropertiesService(run),
    ScriptApp: makeScriptApp(run),
    Session: makeSession(run),
    SpreadsheetApp: makeSpreadsheetApp(run, screen),
    UrlFetchApp: makeUrlFetchApp(run, http),
    Utilities: makeUtilities(run),
    ...makeLogs(state),
  });
  const ended = end(() => {
    run.spend(state.times.startMs);
    if (!room.isReady) order.script.runInContext(context);
    room.isReady = true;
    const called = runInContext(order.functionName, context) as (...args: unknown[]) => unknown;
    return called(...order.args.map((argument) => realm.toContext(argument)));
  });
  const finished = end(() => run.finish());
  room.isBusy = false;
  state.locks.releaseAll(run.id);
  // A run that catches the exception is ended anyway.
  const ending: Ending = run.isOver ? { ok: false, text: EXCEEDED } : finished.ok ? ended : finished;
  if (!ending.ok) state.exceptions.push(ending.text);
  return { ending, calls: run.calls, screen, tookMs: state.clock.nowMs() - run.startMs };
}

function end(act: () => unknown): Ending {
  try {
    return { ok: true, value: act() };
  } catch (thrown) {
    const { name, message } = thrown as Partial<Error>;
    return { ok: false, text: `${name ?? 'Error'}: ${message ?? String(thrown)}` };
  }
}

function makeLogs({ logged }: WorldState): object {
  const log = (...texts: readonly unknown[]): void => void logged.push(texts.map(String).join(' '));
  return { console: { log, info: log, warn: log, error: log, debug: log }, Logger: { log } };
}
