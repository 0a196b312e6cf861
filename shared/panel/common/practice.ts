import { TraceError } from '../../errors/trace-error';
import type { Practice } from '../../practice/practice';
import type { PracticeAnswer } from '../../practice/practice-answer';
import { toPracticeEntries } from '../../practice/practice-entries';
import type { PracticeSheet } from '../../practice/sheet';
import type { NewSheet } from '../added-sheet';
import type { BulkHost } from '../bulk-host';

/** A host that cannot keep them this long keeps them as long as it can. */
const KEEP_SECONDS = 366 * 86_400;
/** For sample answers among those of an account, which are about to be read. As long as Google keeps any. */
const KEEP_IN_ACCOUNT_SECONDS = 6 * 3_600;

/** Saves the practice answers, and shows the practice sheet. Failures reject with a `TraceError`. */
export async function openPractice(host: BulkHost, { companies, names, sheet }: Practice): Promise<void> {
  // Rereads the account: a key that was just removed must not stay cached, since the answers belong to no account.
  await host.ports.client.account();
  await keepAnswers(host, [...companies, ...names]);
  await host.addSheet({ ...toNewSheet(sheet), isOnce: true });
}

/**
 * Adds a sheet of formulas with the answers that they have to show, of sample companies. They are free, and ask for
 * nothing, as long as those answers are saved (Google drops them after six hours, or sooner) and the key is the same.
 * Failures, also to save those answers, reject with a `TraceError`, and add nothing.
 * @returns the name of the sheet
 */
export async function insertSelfTest(host: BulkHost, { companies, selfTest }: Practice): Promise<string> {
  const account = await host.ports.client.account();
  // Names of the catalog are not made up, so that none of them may stand among an account's answers.
  await keepAnswers(host, [...companies, ...selfTest.answers], account?.id);
  const { name } = await host.addSheet(toNewSheet(selfTest.sheet));
  return name;
}

/** @param accountId absent: the answers belong to no account */
async function keepAnswers(
  { ports: { client } }: BulkHost,
  answers: readonly PracticeAnswer[],
  accountId?: string,
): Promise<void> {
  const entries = toPracticeEntries(answers, await client.now(), accountId);
  await client.cachePut({
    entries,
    keepForSeconds: accountId === undefined ? KEEP_SECONDS : KEEP_IN_ACCOUNT_SECONDS,
  });
  const keys = [...entries.keys()];
  // The unknown extra key makes the host read the store that formulas read, not what it was just given.
  const kept = await client.cacheGet({ keys: [...keys, `${keys[0]}?`] });
  if (keys.some((key) => kept.get(key) !== entries.get(key))) throw new TraceError('samplesNotSaved', {});
}

function toNewSheet({ title, rows, formulas, widths, formats }: PracticeSheet): NewSheet {
  return { title, rows, formulas, looks: { widths, formats } };
}
