import { DEFAULT_POLICY } from '../../shared/formulas';
import type { LedgerOwner } from '../../shared/ports';
import type { StoredAccount } from './account';
import { spentIn } from './owner-store';

/**
 * Only this script writes a document's properties, for everyone who may edit the file. More would be spent on the word of
 * some of them, so these carry a signature that takes the account's secret, which is in the user's own properties. An older
 * text, or another file's, under a valid signature only proves that the account once wrote it.
 */

/** The signature of a value; `''` where the account has no secret: then nothing it wrote is recognized. */
function sealFor({ id, sealKey }: Pick<StoredAccount, 'id' | 'sealKey'>): LedgerOwner['seal'] {
  return (part, value) => {
    if (sealKey === '') return '';
    // Google reads the text as US-ASCII, which would make other characters equal.
    const text = toAscii(JSON.stringify([part, id, value]));
    return Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, sealKey));
  };
}

/** The account that a ledger is of. */
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

/** As far as other people know it: what the owner allows is not theirs to read. */
export function strangerOf(id: string): LedgerOwner {
  return { id, dailyLimit: null, policy: null, approved: { day: 0, credits: 0 }, seal: () => '' };
}

/**
 * JSON that says the same in ASCII alone: its length is its size in bytes, which Google counts, and no UTF-16 pair can be
 * cut.
 */
function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
