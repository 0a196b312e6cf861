import { peekIntoStore, runAsync, TraceError } from '../../shared/formulas';
import type { Account, Ask, Asked, CorePorts, Exchange, HostPorts, Lease } from '../../shared/ports';
import type { SentChange, SentHold, SentKept } from '../journal-messages';
import { toError, toExchanges, type Call } from './call';
import { makeColumnAnchors } from './column-anchors';
import { HeldFile } from './held-file';
import { makeJournalSeal } from './journal-seal';
import { JournalSlots } from './journal-slots';
import { makeLooksPort } from './looks-port';
import { NOTHING, UnsentAnswers } from './unsent-answers';
import { Recall } from './recall';
import { RunLedger } from './run-ledger';
import { ScriptSheet } from './sheet-port';

/** In characters, somewhat less than 1,000 cells of the hidden sheet hold. */
const JOURNAL_ROOM = 20_000_000;

/**
 * A run's ports as messages to the script. Each takes about a second, so what can be answered without one is, and
 * messages are combined: a block of a thousand companies takes five.
 */
export class RunPort {
  readonly ports: HostPorts;
  private readonly held = new HeldFile();
  private readonly journal = new JournalSlots();
  private readonly unsent = new UnsentAnswers(() => void this.flush());
  /** Asks the script once everything waiting has been sent. */
  readonly call: Call;
  private readonly cache: Recall;
  private readonly ledger: RunLedger;
  private account: Account | null = null;
  /** A change of the journal that may or may not have been made. */
  private isUnsure = false;
  /** The holder that the script may still know: it has not confirmed the release. `''`: nobody here. */
  private lastHolder = '';

  constructor(
    private readonly ask: Ask,
    private readonly send: Call,
  ) {
    this.call = async (message, ...args) => {
      await this.flush();
      return this.send(message, ...args);
    };
    this.cache = new Recall(this.call);
    this.ledger = new RunLedger(this.call);
    const sheet = new ScriptSheet(this.call, this.held);
    this.ports = {
      client: this.client,
      sheet,
      anchors: makeColumnAnchors(this.call, sheet),
      seal: makeJournalSeal(this.call),
      looks: makeLooksPort(this.call),
      journal: {
        room: async () => ({ part: JOURNAL_ROOM, total: JOURNAL_ROOM }),
        load: () => this.loadJournal(),
        save: (parts) => this.changeJournal(() => this.journal.add(parts, Math.random)),
        remove: () => this.changeJournal(() => this.journal.remove()),
      },
      file: {
        hold: (holder, forMs) => this.hold(holder, forMs),
        release: (holder) => this.release(holder),
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

  /** After the answers were cleared. */
  forget(): void {
    this.cache.forget();
  }

  private async exchange({ requests }: Asked<CorePorts, 'http'>): Promise<readonly Exchange[]> {
    await this.flush();
    return toExchanges(await this.ask('exchange', requests, this.account?.id), requests);
  }

  private async readAccount(): Promise<Account | null> {
    await this.flush();
    const answer = await this.ask('account');
    if (!answer.ok) throw toError(answer);
    this.account = answer.value;
    this.ledger.begin(answer.value);
    return answer.value;
  }

  private async paid({ identifiers, atMs = Date.now() }: Asked<CorePorts, 'paid'>): Promise<ReadonlySet<string>> {
    const paid = await this.ledger.paid();
    return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, atMs)));
  }

  /** The account that answers are wanted of. The script is asked for it once for each run. */
  private async payer(): Promise<Account | null> {
    const payer = this.account ?? (await this.readAccount());
    this.ledger.begin(payer);
    return payer;
  }

  private async remember({ entries, keepForSeconds }: Asked<CorePorts, 'cachePut'>): Promise<void> {
    this.cache.note(entries);
    if (!this.unsent.canTake(keepForSeconds)) await this.flush();
    this.unsent.add({ charged: [], entries: [...entries], keepForSeconds });
  }

  /** Answers lost here are asked for again. */
  private async flush(): Promise<void> {
    if (this.unsent.isEmpty) return;
    try {
      await this.keep(null, null);
    } catch {
      // It waits no longer: the next answer for these companies books them.
    }
  }

  private async keep(hold: SentHold | null, journal: SentChange | null): Promise<SentKept> {
    return this.send('bulkKeep', { account: this.account?.id ?? '', ...this.unsent.take(), hold, journal });
  }

  private async loadJournal(): Promise<ReadonlyMap<string, string> | null> {
    this.isUnsure = false;
    return this.journal.read(await this.call('bulkJournal'));
  }

  private async changeJournal(toChange: () => SentChange): Promise<void> {
    await this.makeSure();
    await this.change(toChange());
  }

  private async change(change: SentChange): Promise<void> {
    const hold = this.held.sent;
    const sentMs = Date.now();
    this.isUnsure = true;
    const { elsewhere, isOther } = await this.keep(hold, change);
    this.isUnsure = false;
    this.held.checkMine(elsewhere);
    if (isOther) throw new TraceError('runElsewhere', {});
    this.held.note(hold, sentMs);
    this.journal.confirm(change.index);
  }

  private async makeSure(): Promise<void> {
    if (!this.isUnsure) return;
    this.journal.confirm((await this.call('bulkJournal')).index);
    this.isUnsure = false;
  }

  /** A hold of this panel that outlived its task, for example after a broken connection, blocks nobody here. */
  private async endEarlierHold(): Promise<void> {
    if (this.lastHolder !== '') await this.letGo(this.lastHolder);
  }

  private async hold(holder: string, forMs: number): Promise<Lease> {
    if (this.held.isHeld(holder, forMs)) return { is: 'held' };
    if (holder !== this.lastHolder) await this.endEarlierHold();
    this.lastHolder = holder;
    const sentMs = Date.now();
    const { elsewhere } = await this.keep({ holder, forMs }, null);
    if (elsewhere === null) this.held.note({ holder, forMs }, sentMs);
    else this.lastHolder = '';
    return this.held.toLease(elsewhere);
  }

  private async release(holder: string): Promise<void> {
    this.held.forget();
    try {
      await this.letGo(holder);
    } catch {
      // It ends by itself, and before this panel asks for another one.
    }
  }

  private async letGo(holder: string): Promise<void> {
    await this.keep({ holder, forMs: 0 }, null);
    this.lastHolder = '';
  }
}
