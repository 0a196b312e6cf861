import { readFilePolicy, readLedger, readPayerId, UNNAMED_ACCOUNT, type SpendPolicy } from '../../shared/formulas';
import type { Account, Ledger } from '../../shared/ports';
import { readStoredAccount } from '../stored/account';
import { DocumentStore } from '../stored/document-store';
import { ledgerOfFormulas } from '../stored/owner-store';
import { ownerOf, strangerOf } from '../stored/seal';

/** Who pays for these formulas, as far as this person can know it. */
export interface Paying {
  readonly payer: Account;
  readonly ledger: Ledger;
  /** Whether it is this person's account. The own limit of another one cannot be read. */
  readonly isOwn: boolean;
  /** Whether formulas of this file have said whose it is. */
  readonly isNoted: boolean;
  /** What the file says, which anyone who may edit it can change. */
  readonly filePolicy: SpendPolicy;
  readonly nowMs: number;
}

/** Only the paying account knows what it has paid for, so for others its companies are unpaid. */
export function readPaying(): Paying {
  const nowMs = Date.now();
  const store = ledgerOfFormulas(nowMs);
  const own = readStoredAccount();
  const noted = readPayerId(store);
  const payerId = noted === null || noted === UNNAMED_ACCOUNT ? (own?.id ?? '') : noted;
  const isOwn = own?.id === payerId;
  const ledger = readLedger(store, isOwn ? ownerOf(own) : strangerOf(payerId), nowMs);
  const filePolicy = readFilePolicy(new DocumentStore(), payerId);
  return { payer: toPayer(payerId), ledger, isOwn, isNoted: noted !== null, filePolicy, nowMs };
}

/** The account of the formulas. An editor's panel knows no more of it. */
function toPayer(id: string): Account {
  return { id, keyId: '', keyClass: 'user', readsLists: true };
}
