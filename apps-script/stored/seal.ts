import { DEFAULT_POLICY } from '../../shared/formulas';
import type { LedgerOwner } from '../../shared/ports';
import type { StoredAccount } from './account';
import { spentIn } from './owner-store';

/**
 * Only this script writes a document's properties, for everyone who may edit the file. Some of the texts would allow
 * more spending, so they carry a signature made with the account's secret, which is in the user's own properties. A
 * valid signature on an older text, or on another file's, only proves that the account once wrote it.
 */

/** The signature of a value; `''` if the account has no secret, so that nothing it wrote is recognized. */
function sealFor({ id, sealKey }: Pick<StoredAccount, 'id' | 'sealKey'>): LedgerOwner['seal'] {
  return (section, value) => {
    if (sealKey === '') return '';
    // Google reads the text as US-ASCII, which would make other characters equal.
    const text = toAscii(JSON.stringify([section, id, value]));
    return Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, sealKey));
  };
}

/** The account that a ledger belongs to. */
export function ownerOf({ id, dailyLimit, ownFile, ownLedger, sealKey }: StoredAccount): LedgerOwner {
  const { policy, day, approved } = ownFile();
  return {
    id,
    dailyLimit,
    policy: policy ?? DEFAULT_POLICY,
    approved: { day, credits: approved },
    noted: spentIn(ownLedger()),
    seal: sealFor({ id, sealKey }),
  };
}

/** An account as other users know it: they cannot read what the owner allows. */
export function strangerOf(id: string): LedgerOwner {
  return { id, dailyLimit: null, policy: null, approved: { day: 0, credits: 0 }, seal: () => '' };
}

/**
 * The same JSON in ASCII, so that its length is its size in bytes, which Google counts, and no UTF-16 pair can be
 * cut.
 */
function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
