import { awaitTurn } from '../../../shared/functions/await-turn';
import type { Turn } from '../../../shared/functions/ports';
import { runSync } from '../../../shared/task';

/** Waiting for the turn to fetch, on a clock of its own. */

interface Waited {
  readonly mayFetch: boolean;
  /** When the turn was asked for, in milliseconds from the beginning. */
  readonly asked: readonly number[];
  readonly tookMs: number;
  /** How often the cache was read. */
  readonly looks: number;
}

/** @param turn what the host says at a time @param chance from 0 to 1 */
function wait(turn: (nowMs: number) => Turn, chance = 0, answeredAtMs = Infinity, claims = true): Waited {
  let nowMs = 0;
  let looks = 0;
  const asked: number[] = [];
  const ports = {
    now: () => nowMs,
    random: () => chance,
    sleep: ({ delayMs }: { readonly delayMs: number }) => void (nowMs += delayMs),
    takeTurn: () => {
      asked.push(nowMs);
      return turn(nowMs);
    },
    claimTurn: () => claims,
    leaveRequest: () => undefined,
    cacheGet: () => {
      looks += 1;
      return new Map<string, string>();
    },
  };
  function* hasCome(_cached: unknown, atMs: number): ReturnType<Parameters<typeof awaitTurn>[1]> {
    return atMs >= answeredAtMs;
  }
  const task = awaitTurn(['key'], hasCome, 17_000);
  const { mayFetch } = runSync(task, ports as never);
  return { mayFetch, asked, tookMs: nowMs, looks };
}

it('whoever has it at once fetches, after one more look', () => {
  expect(wait(() => 'own')).toEqual({ mayFetch: true, asked: [0], tookMs: 0, looks: 1 });
});

it('while another has it, the cache is looked at twice as often as the turn is asked for', () => {
  const { asked, looks, mayFetch, tookMs } = wait(() => 'taken', 0, 5_000);
  expect({ mayFetch, tookMs, looks, asked: asked.length }).toEqual({
    mayFetch: false,
    tookMs: 5_250,
    looks: 15,
    asked: 8,
  });
});

it('where the host refuses to say, it is asked for 15 s before the formula fetches without', () => {
  const { mayFetch, asked } = wait(() => 'refused');
  expect({ mayFetch, isAskedFor15s: asked.at(-1)! >= 15_000, isAskedNoLonger: asked.at(-2)! < 15_000 }).toEqual({
    mayFetch: true,
    isAskedFor15s: true,
    isAskedNoLonger: true,
  });
});

it('a turn that is refused for 10 s and then given is had', () => {
  const { mayFetch, tookMs } = wait((nowMs) => (nowMs < 10_000 ? 'refused' : 'own'));
  expect({ mayFetch, isInTime: tookMs < 11_000 }).toEqual({ mayFetch: true, isInTime: true });
});

it('where another formula fetches without it, this one waits on', () => {
  expect(wait(() => 'refused', 0, 16_000, false)).toMatchObject({ mayFetch: false, tookMs: 16_100 });
});

it('chance puts those who wait apart', () => {
  expect([wait(() => 'taken', 0).asked[1], wait(() => 'taken', 0.999).asked[1]]).toEqual([700, 1_400]);
});

it('where it never comes, it is given up in time to say so', () => {
  const { mayFetch, asked, tookMs } = wait(() => 'taken');
  expect({
    mayFetch,
    stopsAsking: asked.at(-1)! <= 17_000,
    waitsOn: tookMs > 22_000,
    isInTime: tookMs <= 23_000,
  }).toEqual({ mayFetch: false, stopsAsking: true, waitsOn: true, isInTime: true });
});
