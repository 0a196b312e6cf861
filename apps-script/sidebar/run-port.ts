import { peekIntoStore, runAsync } from '../../shared/formulas';
import type { Account, Ask, Asked, CorePorts, Exchange, HostPorts } from '../../shared/ports';
import type { BulkMessage, SentRider } from '../messages/bulk-messages';
import { toExchanges, type Call } from './call';
import { makeLooksPort } from './looks-port';
import { NOTHING, Unsent, type Later, type StartTimer } from './unsent';
import { Recall } from './recall';
import { makeRecordPort } from './record-port';
import { RunLedger } from './run-ledger';
import { ScriptSheet } from './sheet-port';

/**
 * An enrichment's ports as messages to the script. Each takes about a second, so questions are answered without one
 * where possible, and messages are combined: a block of 1,000 companies takes four.
 */
export class RunPort {
  readonly ports: HostPorts;
  private readonly unsent: Unsent;
  /** Asks the script once everything that waits has been sent. */
  readonly call: Call;
  private readonly cache: Recall;
  private readonly ledger: RunLedger;
  private account: Account | null = null;

  constructor(
    private readonly ask: Ask,
    private readonly send: Call,
    startTimer: StartTimer,
  ) {
    this.unsent = new Unsent(() => void this.flush(), startTimer);
    this.call = (message, ...args) => {
      const riders = this.takeRiders();
      if (riders.length === 0) return this.send(message, ...args);
      return this.send('bulkWith', riders, message, args) as ReturnType<typeof this.send<typeof message>>;
    };
    this.cache = new Recall(this.call);
    this.ledger = new RunLedger(this.call);
    const later: Later = (rider) => this.unsent.ride(rider);
    const sheet = new ScriptSheet(this.call);
    this.ports = {
      client: this.client,
      sheet,
      anchors: sheet.anchors,
      looks: makeLooksPort(this.call, later),
      record: makeRecordPort(this.call),
      own: {
        load: async (run) => (await this.call('bulkOwn', run)) || null,
        replace: (run, was, becomes) => this.call('bulkOwnReplace', run, was ?? '', becomes ?? ''),
      },
    };
  }

  private readonly client: HostPorts['client'] = {
    http: (effect) => this.exchange(effect),
    cacheGet: ({ keys }) => this.cache.read(keys),
    cachePut: (effect) => this.remember(effect),
    account: () => this.readAccount(),
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: ({ delayMs }) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    peek: ({ kind, identifiers }) =>
      runAsync(peekIntoStore(kind, identifiers), { ...this.client, account: () => this.payer() }),
    paid: (effect) => this.paid(effect),
    reserve: (effect) => this.ledger.reserve(effect),
    settle: async (effect) => {
      const { charged, credits } = await this.ledger.settle(effect);
      this.unsent.add({ ...NOTHING, charged });
      return credits;
    },
  };

  /** Called after the answers were removed. */
  forget(): void {
    this.cache.forget();
  }

  private async exchange({ requests }: Asked<CorePorts, 'http'>): Promise<readonly Exchange[]> {
    await this.flush();
    return toExchanges(await this.ask('exchange', requests, this.account?.id), requests);
  }

  private async readAccount(): Promise<Account | null> {
    this.account = await this.ledger.begin();
    return this.account;
  }

  private async paid({ identifiers, atMs = Date.now() }: Asked<CorePorts, 'paid'>): Promise<ReadonlySet<string>> {
    const paid = this.ledger.paid();
    return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, atMs)));
  }

  /** The account whose answers are wanted. The script is asked for it once for each enrichment. */
  private async payer(): Promise<Account | null> {
    this.account = await this.ledger.account();
    return this.account;
  }

  private async remember({ entries, keepForSeconds }: Asked<CorePorts, 'cachePut'>): Promise<void> {
    this.cache.note(entries);
    if (!this.unsent.canTake(keepForSeconds)) await this.flush();
    this.unsent.add({ charged: [], entries: [...entries], keepForSeconds });
  }

  private takeRiders(): readonly SentRider[] {
    return this.unsent.take(this.account?.id ?? '');
  }

  /** Answers lost here are asked for again: the next answer for these companies books them. */
  private async flush(): Promise<void> {
    for (const [message, ...args] of this.takeRiders()) {
      await (this.send as (name: BulkMessage, ...given: readonly unknown[]) => Promise<unknown>)(
        message,
        ...args,
      ).catch(() => undefined);
    }
  }
}
