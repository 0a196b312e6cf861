import { createContext, type Context, type Script } from 'node:vm';
import { makeRealm, type Realm } from './realm';
import type { WorldState } from './world-state';

/** Where a run goes on: a context that has the language and nothing else, no timers, no `fetch`, no `URL`. */
interface Room {
  readonly context: Context;
  readonly realm: Realm;
  isBusy: boolean;
  /** Whether the script has been evaluated in it. */
  isReady: boolean;
}

const kept = new WeakMap<WorldState, Map<Script, Room>>();

/**
 * A room of its own for each run, as in Google. A spreadsheet that `keepsRoom` uses one for all: most of what a short run
 * takes is to evaluate the script. What goes on within another run has its own all the same.
 */
export function roomFor(script: Script, state: WorldState): Room {
  if (!state.keepsRoom) return openRoom(state);
  const rooms = kept.get(state) ?? new Map<Script, Room>();
  kept.set(state, rooms);
  const room = rooms.get(script) ?? openRoom(state);
  rooms.set(script, room);
  return room.isBusy ? openRoom(state) : room;
}

function openRoom({ clock }: WorldState): Room {
  const context = createContext({});
  return { context, realm: makeRealm(context, () => clock.nowMs()), isBusy: false, isReady: false };
}
