import fc from 'fast-check';
import { setSpendPolicy } from '../fakes/apps-script/spend-policy';
import { toA1 } from '../fakes/apps-script/a1';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { DaysOfSpending, type Policy } from '../fakes/days-of-spending';
import { filledDown, hostileFormula, type Typed } from '../fakes/hostile-formulas';
import { startSandboxProcess, type SandboxFault, type SandboxProcess } from '../fakes/sandbox-process';
import { times } from '../setup/chance';
import { openWorld } from './open-world';

/** Whatever an editor types and whatever fails: the service's own ledger, day by day, stays within what the owner allows. */

/** What befalls the next calculation. */
type Trouble =
  | { readonly is: 'faults'; readonly faults: readonly SandboxFault[] }
  /** Each request takes so long. */
  | { readonly is: 'late'; readonly takesMs: number; readonly honoursTimeout: boolean }
  /** Google ends each run after so many calls, counted from its first request where it makes one. */
  | { readonly is: 'kill'; readonly afterCalls: number; readonly isFromRequest: boolean };

type Step =
  | { readonly do: 'type'; readonly formula: Typed; readonly isFilled: boolean; readonly trouble: Trouble | null }
  | { readonly do: 'recalculate' | 'forgetCache' | 'removeTrace' }
  /** An editor presses it. */
  | { readonly do: 'fetchWaiting'; readonly credits: number }
  | { readonly do: 'ownerLimit'; readonly credits: number }
  /** An editor sets it. */
  | { readonly do: 'policy'; readonly policy: Policy }
  | { readonly do: 'store'; readonly is: 'there' | 'full' | 'failing' }
  | { readonly do: 'lock'; readonly is: 'there' | 'missing' | 'failing' | 'taken' }
  | { readonly do: 'cache'; readonly is: 'there' | 'missing' | 'failing' }
  | { readonly do: 'pass'; readonly ms: number }
  /** Ten seconds before the day ends (UTC). */
  | { readonly do: 'evening' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LIMITS = [0, 1, 3, 10, 10, 20, 45, 130, 260];

const CHARGED: readonly SandboxFault['fault'][] = ['cut-off-body', 'malformed-json', 'empty-body', 'different-shapes'];
const BATCHES: readonly SandboxFault['fault'][] = ['results-dropped', 'results-doubled', 'results-shuffled'];
const NOT_DONE: readonly SandboxFault['fault'][] = [
  'bad-gateway',
  'server-error',
  'dropped-connection',
  'rate-limited',
];
const fault: fc.Arbitrary<SandboxFault> = fc.record({
  fault: fc.constantFrom(
    ...CHARGED,
    ...CHARGED,
    ...CHARGED,
    ...CHARGED,
    ...BATCHES,
    ...NOT_DONE,
    'credits-out',
    'assumed-routes-missing',
  ),
  times: fc.constantFrom(1, 3, 6, 6),
});
const limit = fc.constantFrom(...LIMITS);
const policy = fc.oneof(
  fc.constant<Policy>({ mode: 'freely' }),
  limit.map((credits): Policy => ({ mode: 'daily', limit: credits })),
  fc.constant<Policy>({ mode: 'onRequest' }),
);

const faults: fc.Arbitrary<Trouble> = fc.record({
  is: fc.constant('faults' as const),
  faults: fc.array(fault, { minLength: 1, maxLength: 2 }),
});
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  faults,
  faults,
  fc.record({
    is: fc.constant('late' as const),
    takesMs: fc.constantFrom(7_000, 19_000, 27_000, 40_000),
    honoursTimeout: fc.boolean(),
  }),
  fc.record({
    is: fc.constant('kill' as const),
    afterCalls: fc.integer({ min: 1, max: 20 }),
    isFromRequest: fc.boolean(),
  }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      formula: hostileFormula,
      isFilled: fc.boolean(),
      trouble: fc.option(trouble),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'recalculate' as const,
        'recalculate' as const,
        'forgetCache' as const,
        'removeTrace' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('fetchWaiting' as const), credits: fc.constantFrom(0, 1, 5, 40, 1_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ownerLimit' as const), credits: limit }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), policy }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('store' as const),
      is: fc.constantFrom('there' as const, 'full' as const, 'failing' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lock' as const),
      is: fc.constantFrom('there' as const, 'there' as const, 'missing' as const, 'failing' as const, 'taken' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cache' as const),
      is: fc.constantFrom('there' as const, 'missing' as const, 'failing' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(MINUTE_MS, 11 * MINUTE_MS, DAY_MS, 30 * DAY_MS - HOUR_MS, 31 * DAY_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('evening' as const) }) },
);

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

/** A spreadsheet whose owner has set a limit, and an editor of it. */
class LimitedSheet {
  private readonly days: DaysOfSpending;
  /** The requests that were sent together: how many had been sent before, and when. */
  private readonly groups: { readonly from: number; readonly atMs: number }[] = [];
  private killAfterRequest: number | null = null;
  private seen = 0;
  private logged = 0;
  private column = 1;

  constructor(
    private readonly world: SheetsWorld,
    ownerLimit: number,
    filePolicy: Policy,
  ) {
    this.days = new DaysOfSpending(filePolicy, ownerLimit);
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    world.callRpc('setListsAllowed', [true]);
    world.callRpc('setOwnerLimit', [ownerLimit]);
    setSpendPolicy(world, filePolicy);
    const { state } = world;
    state.meanwhile = (calls) => {
      if (!/^UrlFetchApp\./.test(calls.at(-1) ?? '')) return;
      this.groups.push({ from: state.requests.length, atMs: state.clock.nowMs() });
      if (this.killAfterRequest === null) return;
      state.cutOff = { afterCalls: calls.length + this.killAfterRequest, makesCollectedChanges: false };
      this.killAfterRequest = null;
    };
  }

  async take(next: Step): Promise<void> {
    await this.act(next);
    await this.look();
  }

  private async act(next: Step): Promise<void> {
    const { world } = this;
    const { state } = world;
    switch (next.do) {
      case 'type':
        if (next.trouble !== null) await this.befall(next.trouble);
        for (const formula of next.isFilled ? [filledDown(next.formula).slice(0, 6)] : [[next.formula]]) {
          this.column += 1;
          formula.forEach((each, row) => this.enter(each, { row: row + 2, column: 10 * this.column }));
        }
        return this.calculate();
      case 'recalculate':
        state.sheets[0]!.recalculate();
        return this.calculate();
      case 'forgetCache':
        return state.documentCache.clear();
      case 'removeTrace':
        this.ask('bulkForget', 'everything');
        // The file then has the policy of a new one.
        if (state.documentProperties.fault === null) this.days.setPolicy(this.storedPolicy()!);
        return;
      case 'fetchWaiting': {
        this.days.agree(next.credits, state.clock.nowMs());
        this.ask('fetchWaiting', next.credits);
        return this.calculate();
      }
      case 'ownerLimit':
        this.days.setOwnerLimit(next.credits);
        world.callRpc('setOwnerLimit', [next.credits]);
        return;
      case 'policy':
        this.setPolicy(next.policy);
        return;
      case 'store':
        return this.spoilStore(next.is);
      case 'lock':
        state.locks.release('Document', 'somebody');
        state.locks.are = next.is === 'taken' ? 'there' : next.is;
        if (next.is === 'taken') state.locks.take('Document', 'somebody');
        return;
      case 'cache':
        state.documentCacheIs = next.is;
        return;
      case 'pass':
        return this.pass(next.ms);
      case 'evening': {
        const leftMs = DAY_MS - (state.clock.nowMs() % DAY_MS) - 10_000;
        return this.pass(leftMs > 0 ? leftMs : leftMs + DAY_MS);
      }
    }
  }

  private async befall(what: Trouble): Promise<void> {
    const { state } = this.world;
    if (what.is === 'faults') await sandbox.faults(...what.faults);
    else if (what.is === 'late') Object.assign(state.network, what);
    else if (what.isFromRequest) this.killAfterRequest = what.afterCalls;
    else state.cutOff = { afterCalls: what.afterCalls, makesCollectedChanges: false };
  }

  /** An editor's panel asks. `null`: Google has ended the run. */
  private ask(name: string, ...args: readonly unknown[]): unknown {
    try {
      return this.world.callRpc(name, args, { as: 'editor' });
    } catch {
      return null;
    }
  }

  /** What is not stored is not in force. */
  private setPolicy(wanted: Policy): void {
    this.ask('setPolicy', wanted);
    if (JSON.stringify(this.storedPolicy()) === JSON.stringify(wanted)) this.days.setPolicy(wanted);
  }

  private storedPolicy(): Policy | undefined {
    return (this.ask('spending') as { readonly value?: { readonly policy: Policy } } | null)?.value?.policy;
  }

  private enter({ id, args }: Typed, place: { readonly row: number; readonly column: number }): void {
    const grid = this.world.state.sheets[0]!;
    const texts = args.map((argument) => {
      if (typeof argument === 'string') return `"${argument.replace(/"/g, '""')}"`;
      this.column += 1;
      const from = { row: 100, column: 10 * this.column };
      argument.forEach(([text], index) => grid.hold({ ...from, row: from.row + index }, text));
      return `${toA1(from)}:${toA1({ ...from, row: from.row + argument.length - 1 })}`;
    });
    grid.put(place, `=${id}(${texts.join(',')})`);
  }

  private calculate(): void {
    const { state } = this.world;
    this.world.calculate({ as: 'editor' });
    state.cutOff = this.killAfterRequest = null;
    Object.assign(state.network, { takesMs: 100, honoursTimeout: true });
  }

  private spoilStore(is: 'there' | 'full' | 'failing'): void {
    const { documentProperties } = this.world.state;
    documentProperties.fault = is === 'failing' ? 'Service error: Properties' : null;
    if (is !== 'full') return;
    for (let size = 9_000, slot = 0; size >= 1; slot += 1) {
      // A name that the add-on takes for its own, so that it makes no room for itself.
      if (documentProperties.write(`TRACE_SHOWN_${slot}`, 'x'.repeat(Math.min(size, 8_000))) !== null) size >>= 1;
    }
  }

  private async pass(ms: number): Promise<void> {
    this.world.state.clock.advance(ms);
    await sandbox.advance(ms);
  }

  /** Charges what the service has charged since it was last looked at, each to the day on which it was sent. */
  private async look(): Promise<void> {
    const log = await sandbox.log();
    const { requests } = this.world.state;
    while (this.seen < this.groups.length) {
      const { from, atMs } = this.groups[this.seen]!;
      const until = this.groups[this.seen + 1]?.from ?? requests.length;
      const charged = log.slice(from, until).reduce((sum, { credits }) => sum + credits, 0);
      this.days.charge(charged, atMs);
      this.logged += charged;
      this.seen += 1;
    }
    const all = log.reduce((sum, { credits }) => sum + credits, 0);
    if (log.length !== requests.length || all !== this.logged) throw new Error('a request is not accounted for');
  }
}

async function play(ownerLimit: number, filePolicy: Policy, steps: readonly Step[]): Promise<void> {
  await sandbox.reset();
  const world = await openWorld(sandbox.origin);
  try {
    world.state.network.takesMs = 100;
    const sheet = new LimitedSheet(world, ownerLimit, filePolicy);
    for (const next of steps) await sheet.take(next);
  } finally {
    await world.stop();
  }
}

it('whatever an editor types and whatever fails, no day costs more than the owner and the file allow', async () => {
  await fc.assert(fc.asyncProperty(limit, policy, fc.array(step, { minLength: 4, maxLength: 12 }), play), {
    numRuns: times(25),
  });
});
