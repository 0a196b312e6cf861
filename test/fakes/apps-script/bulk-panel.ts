import { makeAsk, type ScriptRun } from '../../../apps-script/sidebar/ask';
import { makeBulkHost } from '../../../apps-script/sidebar/bulk-host';
import { resumeEnrichment, startEnrichment, toRunPorts, undoEnrichment } from '../../../shared/runs';
import type { Plan } from '../../../shared/enrich/plan/plan';
import { findEnrichment, keepEnrichment } from '../../../shared/enrich/enrichment';
import type { Agreement, Enrichment, Resumption } from '../../../shared/enrich/enrichment';
import type { Undone } from '../../../shared/enrich/undo/undo';
import type { RunEvent } from '../../../shared/enrich/sheet/run-events';
import type { RunPorts, PersonWish } from '../../../shared/enrich/sheet/ports';
import type { BulkHost } from '../../../shared/ports';
import { withNumbers, type Ended } from '../ended';
import { watched, type Watch } from '../watched-ports';
import { makeScriptRun } from '../sidebar-frame/script-run-client';
import { ScriptServer } from '../sidebar-frame/script-server';
import type { User } from './user';
import type { SheetsWorld } from './world';

/** The factor by which pauses between retries are shortened. */
const HURRY = 20;

const DAYS_30 = 30 * 86_400_000;

/** A timer that keeps no process alive: nothing is lost where a test ends before it. */
const outOfTheWay = (act: () => void, delayMs: number): NodeJS.Timeout => setTimeout(act, delayMs).unref();

/** Thrown into a page whose tab is closed: none of its code runs any more. */
export class TabClosed extends Error {}

/**
 * The sidebar's own code in a separate page, whose messages reach the pushed script as Google carries them. A closed
 * page sends nothing.
 */
export class BulkPanel {
  readonly host: BulkHost;
  readonly server: ScriptServer;
  readonly events: RunEvent[] = [];
  /** The messages that were sent, by name, without those that rode along. */
  readonly messages: string[] = [];
  wish: PersonWish = 'goOn';
  /** How many more messages are answered. */
  closesAfter = Infinity;
  /** What users do right before a message reaches the script. */
  before: (message: string) => void = () => undefined;
  /** How far this page's clock is ahead of others. */
  laterMs = 0;
  private isClosed = false;
  private stop: (error: Error) => void = () => undefined;

  constructor(world: SheetsWorld, user: User = 'owner') {
    this.server = new ScriptServer(world, user);
    const run = makeScriptRun(['rpc'], (functionName, args) => {
      const [sent = '', given] = JSON.parse(args) as readonly [string, readonly unknown[]];
      const riders = sent === 'bulkWith' ? (given[0] as readonly (readonly [string])[]).map(([rider]) => rider) : [];
      const message = sent === 'bulkWith' ? String(given[1]) : sent;
      if (this.messages.length >= this.closesAfter) {
        this.isClosed = true;
        this.stop(new TabClosed());
        // Ends the page's timer; nothing listens any more.
        return Promise.resolve(JSON.stringify({ ok: false, text: 'the tab is closed' }));
      }
      this.messages.push(message);
      for (const rider of riders) this.before(rider);
      this.before(message);
      return this.server.answer(functionName, args);
    });
    this.host = hurried(makeBulkHost(makeAsk(run as unknown as ScriptRun), outOfTheWay), () => this.laterMs);
  }

  /** Rejects with {@link TabClosed} if the tab is closed meanwhile. */
  run<T>(errand: (ports: RunPorts) => Promise<T>): Promise<T> {
    const closed = new Promise<never>((_resolve, reject) => (this.stop = reject));
    const person = { wish: () => this.wish, tell: (event: RunEvent) => void this.events.push(event) };
    return Promise.race([errand(toRunPorts(watched(this.host.ports, this.untilClosed), person)), closed]);
  }

  start(plan: Plan, agreed: Partial<Agreement> = {}): Promise<Ended> {
    const all = { cap: null, quoted: 0, maxAgeMs: DAYS_30, ...agreed };
    return this.run(async (ports) => withNumbers(ports, await startEnrichment(ports, plan, all)));
  }

  resume(how: Resumption = {}): Promise<Ended> {
    return this.run(async (ports) => withNumbers(ports, await resumeEnrichment(ports, how)));
  }

  undo(): Promise<Undone> {
    return this.run(undoEnrichment);
  }

  keep(): Promise<void> {
    return this.run(keepEnrichment);
  }

  /** Throws if the file has none. */
  async find(): Promise<Enrichment> {
    const found = await this.run(findEnrichment);
    if (found.is !== 'enrichment') throw new Error(`there is no enrichment: ${found.is}`);
    return found.enrichment;
  }

  /** A closed page waits forever. */
  private readonly untilClosed: Watch = (_asked, act) => (this.isClosed ? new Promise(() => undefined) : act());
}

/** Advances the page's clock by the full length of a pause. */
function hurried(host: BulkHost, laterMs: () => number): BulkHost {
  const { client } = host.ports;
  let aheadMs = 0;
  const sleep: typeof client.sleep = async ({ delayMs }) => {
    const startMs = Date.now();
    await client.sleep({ delayMs: delayMs / HURRY });
    aheadMs += Math.max(0, delayMs - (Date.now() - startMs));
  };
  const now = async (): Promise<number> => (await client.now()) + aheadMs + laterMs();
  return { ...host, ports: { ...host.ports, client: { ...client, sleep, now } } };
}
