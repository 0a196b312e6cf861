import { readFilePolicy, readLedger, readPayerId, UNNAMED_ACCOUNT, type SpendPolicy } from '../../shared/formulas';
import type { Account, Ledger } from '../../shared/ports';
import { readStoredAccount, ownerOf, strangerOf } from '../stored/account';
import { DocumentStore } from '../stored/document-store';
import { ledgerOfFormulas } from '../stored/owner-store';

/** The account that pays for these formulas, as far as this user can know it. */
export interface Paying {
  readonly payer: Account;
  readonly ledger: Ledger;
  /** Whether it is this user's account. Another account's own limit cannot be read. */
  readonly isOwn: boolean;
  /** Whether formulas of this file have recorded the account. */
  readonly isNoted: boolean;
  /** The file's policy, which anyone who may edit the file can change. */
  readonly filePolicy: SpendPolicy;
  readonly nowMs: number;
}

/** Only the paying account knows what it has paid for, so for other users its companies count as unpaid. */
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

/** The account of the formulas. An editor's panel knows only its id. */
function toPayer(id: string): Account {
  return { id, keyId: '', keyClass: 'user', readsLists: true };
}
