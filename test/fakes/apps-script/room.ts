import { createContext, type Context, type Script } from 'node:vm';
import type { SheetsClock } from './clock';
import { makeRealm, type Realm } from './realm';
import type { WorldState } from './world-state';

/** Where a run goes on: a context that has the language and nothing else, no timers, no `fetch`, no `URL`. */
interface Room {
  readonly context: Context;
  readonly realm: Realm;
  /** The one that its `Date` shows: of the spreadsheet whose run goes on. */
  clock: SheetsClock;
  isBusy: boolean;
  /** Whether the script has been evaluated in it. */
  isReady: boolean;
}

const kept = new WeakMap<Script, Room>();

/**
 * A room of its own for each run, as in Google. Spreadsheets that `keepsRoom` use one for all: most of what a short run
 * takes is to evaluate the script, and to run it as code that is new. What goes on within another run has its own all the
 * same.
 */
export function roomFor(script: Script, state: WorldState): Room {
  if (!state.keepsRoom) return openRoom(state);
  const room = kept.get(script) ?? openRoom(state);
  kept.set(script, room);
  if (room.isBusy) return openRoom(state);
  room.clock = state.clock;
  return room;
}

function openRoom({ clock }: WorldState): Room {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const realm = makeRealm(context, () => room.clock.nowMs());
  const room: Room = { context, realm, clock, isBusy: false, isReady: false };
  return room;
}
