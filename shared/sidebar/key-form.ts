import { element } from './element';
import type { AccountChoice, Ask, KeyStatus, PageAnswer } from './protocol';

const SAVED = 'Saved. ';

/** The section in which a user sets, replaces and forgets the API key. It asks at once whether there is one. */
export function makeKeyForm(ask: Ask): HTMLElement {
  const status = element('p', { id: 'key-status', role: 'status' }, 'Looking for a key…');
  const problem = element('p', { id: 'key-problem', role: 'alert', class: 'problem' });
  const field = element('input', {
    id: 'key',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'key-hint key-problem',
  });
  const label = element('label', { for: 'key' }, 'Your Trace API key');
  const choice = element(
    'fieldset',
    { hidden: true },
    element('legend', {}, 'The new key belongs to'),
    toRadio('sameAccount', 'the same organization: keep what is remembered', true),
    toRadio('anotherAccount', 'another account: start afresh', false),
  );
  const save = element('button', { type: 'submit', class: 'main' }, 'Save');
  const forget = element('button', { type: 'button', hidden: true }, 'Forget the key');
  const hint = element('p', { id: 'key-hint', class: 'hint' }, 'You find it in Trace under Settings > API Key.');
  const controls = element(
    'fieldset',
    { class: 'bare', disabled: true },
    ...[label, field, problem, hint, choice, save, forget],
  );
  const form = element('form', { 'aria-labelledby': 'key-title', novalidate: true }, controls);

  const show = (key: KeyStatus, done: string): void => {
    status.textContent = `${done}${toStatusText(key)}`;
    label.textContent = key.hasKey ? 'Another Trace API key' : 'Your Trace API key';
    choice.hidden = !key.hasKey;
    forget.hidden = !key.hasKey;
  };
  /** Controls are off meanwhile, so that nothing is sent twice. */
  const waitFor = async (answer: Promise<PageAnswer<KeyStatus>>, done: string): Promise<void> => {
    const focused = form.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    controls.disabled = true;
    problem.textContent = '';
    field.removeAttribute('aria-invalid');
    const received = await answer;
    controls.disabled = false;
    if (received.ok) {
      field.value = '';
      show(received.value, done);
    } else {
      problem.textContent = received.sentence;
      if (done === SAVED) field.setAttribute('aria-invalid', 'true');
    }
    // What is disabled loses the focus.
    if (focused !== null) (focused.hidden ? field : focused).focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void waitFor(ask('setKey', field.value, readChoice(form)), SAVED);
  });
  forget.addEventListener('click', () => void waitFor(ask('forgetKey'), ''));
  void waitFor(ask('keyStatus'), '');

  return element('section', {}, element('h2', { id: 'key-title' }, 'API key'), status, form);
}

function toStatusText(key: KeyStatus): string {
  if (!key.hasKey) return 'No key is set.';
  return `The key ${key.masked} is set (${key.keyClass === 'user' ? 'a personal key' : 'an organization key'}).`;
}

function toRadio(value: AccountChoice, text: string, checked: boolean): HTMLElement {
  return element(
    'label',
    { class: 'choice' },
    element('input', { type: 'radio', name: 'account', value, checked }),
    text,
  );
}

function readChoice(form: HTMLFormElement): AccountChoice {
  return new FormData(form).get('account') === 'anotherAccount' ? 'anotherAccount' : 'sameAccount';
}
