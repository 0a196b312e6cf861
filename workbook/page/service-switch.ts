import { readPolicy } from '../../shared/formulas';
import { confirmInPage, confirmWithTick } from './confirm';
import { button, element } from './element';
import type { WorkbookPrice } from './formula-price';
import { letFormulasWait, readLivePolicy } from '../office/live-settings';
import { showWarning } from './notice';
import type { PageSettings } from './page-settings';
import { toSwitchQuestion } from './price-words';

const SANDBOX = 'The sandbox answers: real companies with example facts; technologies and partners are made up.';
const IN_PAGE =
  'The sandbox in this page answers: real companies with example facts; technologies and partners are made up. Loading the page again empties its lists.';
const USE_LIVE = 'Use the real service';
const WAIT = 'Fetch only what I approve: formulas wait until I fetch them in the panel';
const NOT_KEPT =
  'Not switched: this browser keeps nothing for this page, so formulas would not wait. Switch without the tick, or allow storage.';
const NOT_REACHED = 'The workbook could not be reached: is npm start still running?';

/**
 * Shows on the page which service answers, and lets the user choose where there is a choice.
 *
 * @param readPrice the price of the workbook's formulas; asking is free
 */
export function addServiceSwitch(
  { sandbox, switchable, live, answeredBy, demo = false }: PageSettings,
  readPrice: () => Promise<WorkbookPrice>,
): void {
  const line = element('answered-by', HTMLSpanElement);
  line.textContent = demo
    ? IN_PAGE
    : sandbox
      ? SANDBOX
      : `${answeredBy ?? 'The real service'} answers, with your own key.`;
  const command = button('switch-service');
  command.hidden = !switchable;
  command.textContent = live ? 'Back to the sandbox' : USE_LIVE;
  command.title = live ? 'Answers come from the embedded sandbox again' : 'Shows what it costs first';
  command.addEventListener('click', () => void (live ? switchService('sandbox') : readPrice().then(switchToLive)));
}

/** Nothing is spent before the user has seen the price. */
async function switchToLive(price: WorkbookPrice): Promise<void> {
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
async function switchService(service: 'sandbox' | 'live'): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const isSwitched = await fetch('service', { method: 'POST', headers, body: JSON.stringify({ service }) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isSwitched) location.reload();
  else showWarning(NOT_REACHED);
}
