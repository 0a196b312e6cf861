import { readAccount } from './account';
import { readStored, STAYS_CLOSED, writeStored } from './key-store';
import { canOpen, openPanel } from './office-addin';
import { pageSpending } from './spending';
import { hasTold } from './told-problems';

/** Only what the page remembers is looked at: no cell, no store, no request. */
const LOOK_EVERY_MS = 3_000;

export function opensByItself(): boolean {
  return readStored(STAYS_CLOSED) === null;
}

export function setOpensByItself(opens: boolean): void {
  writeStored(STAYS_CLOSED, opens ? null : '1');
}

/**
 * Opens the panel, once, when formulas lack a key or wait for approval: their cells say so, but only the panel can help.
 *
 * @returns stops it
 */
export function openWhenNeeded(): () => void {
  if (!canOpen()) return () => undefined;
  const timer = setInterval(() => {
    if (!isNeeded()) return;
    clearInterval(timer);
    if (opensByItself()) void openPanel();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function isNeeded(): boolean {
  const account = readAccount();
  return account === null ? hasTold() : pageSpending().waitingOf(account.id).pricesByName.size > 0;
}
