import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { TraceError } from '../../shared/errors/trace-error';
import { api, Bench, DAYS_30, domainsOf } from './bulk-bench';
import { Crash } from './bulk-drive';
import type { ChargingHistory, OnItsWay, Session } from './charging-history';
import type { Ended } from './ended';
import { json } from './memory-host';

/** What one enrichment asks for, is charged, and reports; in credits and companies. */
export class PlayedCharges {
  readonly bench: Bench;
  /** Broken promises about money. */
  readonly faults: string[] = [];
  private limit: number;
  private sent = 0;
  /** Of two pages, one may have sent what the other is about to send: the service charges it once. */
  private isAlone = true;
  private readonly charged = new Set<string>();
  /** Companies whose answers are saved in the file. */
  private readonly saved = new Set<string>();

  constructor(readonly history: ChargingHistory) {
    this.limit = history.limit;
    const inputs = history.rows.map((company) => [company === 0 ? 'none.example' : `x${company}.example`]);
    this.bench = new Bench([['domain'], ...inputs], (request) => this.answer(request));
    const { cachePut } = this.bench.host.performers;
    Object.assign(this.bench.host.performers, {
      cachePut: (effect: Parameters<typeof cachePut>[0]) => {
        for (const [key] of effect.entries) this.saved.add(key.split('|').pop()!);
        return cachePut(effect);
      },
    });
  }

  async play(): Promise<Ended> {
    for (const session of this.history.sessions) await this.session(session);
    this.bench.grid.before = () => undefined;
    this.bench.grid.wish = 'goOn';
    this.isAlone = true;
    this.sent = Infinity;
    // Doubtful charges already have their share, so this is enough for all.
    this.limit = new Set(this.history.rows).size;
    if ((await this.bench.find()).is === 'none') return await this.bench.start(undefined, { cap: this.limit });
    return await this.bench.resume({ limit: this.limit, isAgain: true });
  }

  get credits(): number {
    return this.charged.size;
  }

  private async session(session: Session): Promise<void> {
    const { bench } = this;
    const { grid } = bench;
    let calls = 0;
    grid.wish = 'goOn';
    this.isAlone = true;
    grid.before = async () => {
      calls += 1;
      if (calls === session.pauses) grid.wish = 'pause';
      if (calls === session.closes) throw new Crash();
      if (calls !== session.isTakenOver) return;
      const { before } = grid;
      grid.before = () => undefined;
      this.isAlone = false;
      await this.goOn();
      grid.before = before;
    };
    await this.goOn();
    grid.before = () => undefined;
    const found = await bench.find();
    if (found.is === 'enrichment' && found.enrichment.spent.used < this.charged.size)
      this.faults.push(`${found.enrichment.spent.used} said of ${this.charged.size} charged`);
  }

  private async goOn(): Promise<void> {
    const { bench, history } = this;
    try {
      const isBegun = bench.grid.record !== null;
      if (isBegun) await bench.resume();
      else await bench.start(await bench.plan(), { cap: history.limit, maxAgeMs: DAYS_30 });
    } catch (thrown) {
      if (!(thrown instanceof Crash) && !(thrown instanceof TraceError)) throw thrown;
    }
  }

  private answer(request: HttpRequest): Exchange {
    const is: OnItsWay = this.history.requests[this.sent] ?? 'answered';
    this.sent += 1;
    for (const domain of domainsOf(request)) {
      if (this.isAlone && this.saved.has(domain))
        this.faults.push(`${domain} asked for again, though its answer is saved`);
    }
    if (is === 'notSent') return { ok: false, reason: 'unreachable' };
    if (is === 'busy') return json(429, {}, '1');
    if (is === 'failed') return json(500, {});
    for (const domain of domainsOf(request)) if (domain !== 'none.example') this.charged.add(domain);
    if (this.charged.size > this.limit) this.faults.push(`${this.charged.size} charged of ${this.limit}`);
    if (is === 'lost') return { ok: false, reason: 'unreachable' };
    if (is === 'malformed') return { ok: true, response: { status: 200, retryAfter: null, text: '{"results":[{' } };
    return api(request);
  }
}
