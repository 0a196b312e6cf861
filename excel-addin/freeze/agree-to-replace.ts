import { PaidCompanies, runAsync } from '../../shared/formulas';
import { toCalculated, toReplaceTerms, type Placed } from '../../shared/freeze';
import type { ThawTerms } from '../../shared/ports';
import { priceUnsaved } from '../../shared/runs';
import { readAccount } from '../account';
import { answersOf, pageAnswers } from '../answer-store';
import { ledgerNow } from '../panel-spending';
import { pageSpending } from '../spending';
import { FreezeHost } from './freeze-host';

/** Only blank cells need none. */
const NO_ACCOUNT = { id: '', keyId: '', keyClass: 'user', readsLists: false } as const;

/** What the person has to agree to before formulas take the place of others, or why they cannot; `null`: nothing. */
export async function agreeToReplace(
  placed: readonly Placed[],
  agreed: ThawTerms | null,
): Promise<ThawTerms | string | null> {
  const sheets = await new FreezeHost().ports.cells({});
  const formulas = placed.map((each) => ({ ...each, rows: 1 }));
  const account = readAccount();
  const nowMs = Date.now();
  const ledger = account && (await ledgerNow(pageSpending(), account.id, nowMs));
  const paid = ledger?.paid ?? new PaidCompanies();
  const ports = { ...answersOf(pageAnswers()), now: () => nowMs };
  const price = await runAsync(priceUnsaved(toCalculated(formulas, sheets), account ?? NO_ACCOUNT, paid, ''), ports);
  return toReplaceTerms(placed, price, ledger, agreed, nowMs);
}
