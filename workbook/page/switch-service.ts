import { readPolicy } from '../../shared/formulas';
import { readFormulaCells } from '../functions/formula-cells';
import type { Invocations } from '../functions/invocations';
import type { Grid } from '../grid/grid';
import { letFormulasWait, readLivePolicy } from '../office/live-settings';
import { confirmInPage, confirmWithTick } from './confirm';
import { showWarning } from './notice';
import { toSwitchQuestion } from './price-words';
import { USE_LIVE } from './service-switch';

const WAIT = 'Fetch only what I approve: formulas wait until I fetch them in the panel';
const NOT_KEPT =
  'Not switched: this browser keeps nothing for this page, so formulas would not wait. Switch without the tick, or allow storage.';
const NOT_REACHED = 'The workbook could not be reached: is npm start still running?';

/** Nothing is spent before the user has seen the price of the workbook's formulas. */
export async function switchToLive(grid: Grid, invocations: Invocations): Promise<void> {
  const { priceCalls } = await import('./formula-price');
  const price = await priceCalls(readFormulaCells(grid), invocations.calls());
  const policy = await readLivePolicy().catch(() => readPolicy(null));
  const question = toSwitchQuestion(price, policy);
  const offersToWait = price.formulas > 0 && policy.mode !== 'onRequest';
  const { agreed, ticked } = offersToWait
    ? await confirmWithTick(question, USE_LIVE, WAIT)
    : { agreed: await confirmInPage(question, USE_LIVE), ticked: false };
  if (!agreed) return;
  try {
    if (ticked) await letFormulasWait();
  } catch {
    showWarning(NOT_KEPT);
    return;
  }
  await switchService('live');
}

/** The functions read their key when they start, so the page is reloaded. */
export async function switchService(service: 'sandbox' | 'live'): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const isSwitched = await fetch('service', { method: 'POST', headers, body: JSON.stringify({ service }) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isSwitched) location.reload();
  else showWarning(NOT_REACHED);
}
