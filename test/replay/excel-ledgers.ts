import { organizationOf, type AnsweredTo } from './answered-to';
import { ExpectedLedger, type Charge } from './expected-ledger';
import type { Device, SentRequest } from './excel-page';
import type { Billed } from './model-api';
import type { Verdict } from './verdict';

const DAY_MS = 86_400_000;
export const KEY = 'trace.apiKey';
export const ACCOUNT = 'trace.accountId';

/** An answer that has come to a page. */
interface Delivery {
  readonly device: Device;
  readonly request: SentRequest;
  readonly atMs: number;
  /** Another file was calculating at the same time. */
  readonly isApart: boolean;
}

/** What the devices have stored of answers and spending, against what the service has answered and charged. */
export class ExcelLedgers {
  private readonly ledgers = new Map<Device, ExpectedLedger>();
  private readonly ownerOf = new Map<string, string>();
  private delivered: Delivery[] = [];

  constructor(
    private readonly log: readonly Billed[],
    private readonly answeredTo: AnsweredTo,
    private readonly verdict: Verdict,
  ) {}

  of(device: Device): ExpectedLedger {
    const known = this.ledgers.get(device);
    if (known !== undefined) return known;
    const ledger = new ExpectedLedger();
    this.ledgers.set(device, ledger);
    return ledger;
  }

  deliver(delivery: Delivery): void {
    this.delivered.push(delivery);
  }

  /** @param device whose calculation has ended */
  check(device: Device): void {
    const deliveries = this.delivered;
    this.delivered = [];
    for (const { device: receiver, request, atMs, isApart } of deliveries) {
      const isSeen = (charge: Charge): boolean => storedAsOf(receiver, charge) >= atMs;
      this.of(receiver).note(this.log[request.logged]!, request.accountId, isSeen, isApart);
      this.checkOwner(receiver);
    }
    const accountId = device.storage.getItem(ACCOUNT) ?? '';
    const ledger = this.of(device);
    const overspent = ledger.overspent(accountId);
    if (overspent !== null) this.verdict.fail(overspent);
    const stored = device.databases.stores.get('trace-spending')?.get(accountId) as
      | { counters?: { day: number; formulas: number } }
      | undefined;
    const today = Math.floor(device.nowMs() / DAY_MS);
    // The ledger of the next day stays where a clock was set back by one.
    const isToday = [today, today + 1].includes(stored?.counters?.day ?? NaN);
    const counted = isToday ? (stored?.counters?.formulas ?? 0) : 0;
    const least = ledger.leastCounted(accountId);
    if (counted < least) this.verdict.fail(`${counted} credits are counted, and ${least} were charged`);
  }

  /** What is stored for an account was answered to a key of the same organization. */
  private checkOwner(device: Device): void {
    const accountId = device.storage.getItem(ACCOUNT);
    const key = device.storage.getItem(KEY);
    if (accountId !== null && key !== null) this.ownerOf.set(accountId, organizationOf(key));
    for (const name of device.databases.stores.get('trace-answers')?.keys() ?? []) {
      const [, accountOf = '', kind = '', identifier = ''] = name.split('|');
      const owner = this.ownerOf.get(accountOf);
      if (owner === undefined || kind.startsWith('!') || this.answeredTo.has(owner, kind, identifier)) continue;
      this.verdict.fail(`${kind}|${identifier} is stored for ${owner}, which was not answered it`);
    }
  }
}

/** When what a device has stored of an answer was said; by its own clock. */
function storedAsOf(device: Device, { accountId, kind, identifier }: Charge): number {
  const kept = device.databases.stores.get('trace-answers')?.get(`trace1|${accountId}|${kind}|${identifier}`);
  const { text } = (kept ?? {}) as { readonly text?: string };
  return text === undefined ? -Infinity : (JSON.parse(text) as [string, number])[1];
}
