import { confirmInPage } from './confirm';
import { button, element } from './element';
import { showNotice } from './notice';
import type { PageSettings } from './page-settings';

const SANDBOX = 'The sandbox answers: companies are real names, facts and relations are synthetic.';
const TO_LIVE =
  'Use the real service? The page loads again, you enter your own API key in the Trace pane, and the formulas of this ' +
  'sheet are then asked of the real service and cost its credits. The sandbox and its answers stay apart.';

/** Says on the page who answers, and lets the person choose where there is a choice. */
export function addServiceSwitch({ sandbox, switchable, live, answeredBy }: PageSettings): void {
  const line = element('answered-by', HTMLSpanElement);
  line.textContent = sandbox ? SANDBOX : `${answeredBy ?? 'The real service'} answers, with your own key.`;
  const command = button('switch-service');
  command.hidden = !switchable;
  command.textContent = live ? 'Back to the sandbox' : 'Use the real service';
  command.title = live ? 'Answers come from the embedded sandbox again' : 'Use the real service with your own key';
  command.addEventListener('click', () => void switchService(live ? 'sandbox' : 'live'));
}

/** The functions read their key's place when they start, so the page is loaded again. */
async function switchService(service: 'sandbox' | 'live'): Promise<void> {
  if (service === 'live' && !(await confirmInPage(TO_LIVE, 'Use the real service'))) return;
  const headers = { 'Content-Type': 'application/json' };
  const isSwitched = await fetch('service', { method: 'POST', headers, body: JSON.stringify({ service }) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isSwitched) location.reload();
  else showNotice('The workbook could not be reached: is npm start still running?');
}
