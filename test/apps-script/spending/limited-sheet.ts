import { stricterPolicy } from '../../../shared/formulas';
import { toA1 } from '../../fakes/apps-script/sheet/a1';
import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import type { User } from '../../fakes/apps-script/user';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { DaysOfSpending, type Policy } from '../../fakes/days-of-spending';
import { filledDown, type Typed } from '../../fakes/hostile-formulas';
import type { SandboxProcess } from '../../fakes/sandbox-process';
import { DAY_MS, type Step, type Trouble } from './limit-history';

/** A spreadsheet whose owner has set a limit, and an editor of it. */
export class LimitedSheet {
  private readonly days: DaysOfSpending;
  /** The requests that were sent together: how many had been sent before, and when. */
  private readonly groups: { readonly from: number; readonly atMs: number }[] = [];
  private killAfterRequest: number | null = null;
  private seen = 0;
  private logged = 0;
  private column = 1;

  constructor(
    private readonly world: SheetsWorld,
    private readonly sandbox: SandboxProcess,
    ownerLimit: number,
    /** What the owner has chosen for the file, and editors change only in the file. */
    private readonly chosen: Policy,
  ) {
    this.days = new DaysOfSpending(chosen, ownerLimit);
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    world.callRpc('setListsAllowed', [true]);
    world.callRpc('setOwnerLimit', [ownerLimit]);
    setSpendPolicy(world, chosen);
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
        if (state.documentProperties.fault === null)
          this.days.setPolicy(stricterPolicy(this.chosen, this.storedPolicy()!));
        return;
      case 'fetchWaiting': {
        // An editor's approval counts for nothing.
        if (next.by === 'owner') this.days.agree(next.credits, state.clock.nowMs());
        this.askAs(next.by, 'fetchWaiting', next.credits);
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
    if (what.is === 'faults') await this.sandbox.faults(...what.faults);
    else if (what.is === 'late') Object.assign(state.network, what);
    else if (what.isFromRequest) this.killAfterRequest = what.afterCalls;
    else state.cutOff = { afterCalls: what.afterCalls, makesCollectedChanges: false };
  }

  /** An editor's panel asks. `null`: Google has ended the run. */
  private ask(name: string, ...args: readonly unknown[]): unknown {
    return this.askAs('editor', name, ...args);
  }

  private askAs(as: User, name: string, ...args: readonly unknown[]): unknown {
    try {
      return this.world.callRpc(name, args, { as });
    } catch {
      return null;
    }
  }

  /** What is not stored is not in force. */
  private setPolicy(wanted: Policy): void {
    this.ask('setPolicy', wanted);
    if (JSON.stringify(this.storedPolicy()) !== JSON.stringify(wanted)) return;
    this.days.setPolicy(stricterPolicy(this.chosen, wanted));
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
    await this.sandbox.advance(ms);
  }

  /** Charges what the service has charged since it was last looked at, each to the day on which it was sent. */
  private async look(): Promise<void> {
    const log = await this.sandbox.log();
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
