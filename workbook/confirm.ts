import { button, element } from './element';

/** Asks in the page; answers whether the person agreed. Escape and Cancel are a no. */
export function confirmInPage(question: string, yes: string): Promise<boolean> {
  const dialog = element('confirm', HTMLDialogElement);
  const [agree, refuse] = [button('confirm-yes'), button('confirm-no')];
  element('confirm-question', HTMLParagraphElement).textContent = question;
  agree.textContent = yes;
  dialog.returnValue = '';
  agree.onclick = () => dialog.close('yes');
  refuse.onclick = () => dialog.close();
  dialog.showModal();
  refuse.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
