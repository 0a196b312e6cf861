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
  dialog.showModal();
  refuse.focus();
  return new Promise((resolve) => {
    const answer = (agreed: boolean): void => {
      dialog.onclose = null;
      dialog.close();
      // Not once `close` is heard: the browser delivers a key that is pressed in between, and the grid would lose it.
      if (document.activeElement === findCellInput()) focusGrid();
      resolve({ agreed, ticked: box.checked });
    };
    agree.onclick = () => answer(true);
    refuse.onclick = dialog.onclose = () => answer(false);
  });
}
