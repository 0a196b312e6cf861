import { findCellInput, focusGrid } from '../grid/focus-grid';
import { button, element } from './element';

/** A yes, and whether the checkbox beside it is checked. */
interface Agreement {
  readonly agreed: boolean;
  readonly ticked: boolean;
}

/** Asks in the page. Resolves to whether the user agreed; Escape and Cancel mean no. */
export async function confirmInPage(question: string, yes: string): Promise<boolean> {
  return (await ask(question, yes, null)).agreed;
}

/** Asks in the page, with a checkbox that is checked at first. */
export function confirmWithTick(question: string, yes: string, tick: string): Promise<Agreement> {
  return ask(question, yes, tick);
}

function ask(question: string, yes: string, tick: string | null): Promise<Agreement> {
  const dialog = element('confirm', HTMLDialogElement);
  const [agree, refuse] = [button('confirm-yes'), button('confirm-no')];
  const [label, box] = [element('confirm-tick', HTMLLabelElement), element('confirm-ticked', HTMLInputElement)];
  element('confirm-question', HTMLParagraphElement).textContent = question;
  agree.textContent = yes;
  label.hidden = tick === null;
  element('confirm-tick-text', HTMLSpanElement).textContent = tick;
  box.checked = tick !== null;
  dialog.returnValue = '';
  agree.onclick = () => dialog.close('yes');
  refuse.onclick = () => dialog.close();
  dialog.showModal();
  refuse.focus();
  return new Promise((resolve) => {
    const answer = (): void => {
      if (document.activeElement === findCellInput()) focusGrid();
      resolve({ agreed: dialog.returnValue === 'yes', ticked: box.checked });
    };
    dialog.addEventListener('close', answer, { once: true });
  });
}
