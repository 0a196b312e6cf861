import { createContext, type Context, type Script } from 'node:vm';
import type { SheetsClock } from './clock';
import { makeRealm, type Realm } from './realm';
import type { WorldState } from './world-state';

/** The context of a run, which has the language and nothing else: no timers, no `fetch`, no `URL`. */
interface Room {
  readonly context: Context;
  readonly realm: Realm;
  /** The clock of its `Date`: that of the spreadsheet whose run is executing. */
  clock: SheetsClock;
  isBusy: boolean;
  /** Whether the script has been evaluated in it. */
  isReady: boolean;
}

const kept = new WeakMap<Script, Room>();

/**
 * A separate context for each run, as in Google. Spreadsheets with `keepsRoom` share one, because evaluating the
 * script, and running it as new code, is most of a short run. A run inside another run always gets its own.
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
