import { element, makeButton } from './element';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** One sentence above the grid that stays until it is closed or replaced; screen readers announce it politely. */
export function showNotice(sentence: string, action?: NoticeAction): void {
  const notice = element('notice', HTMLDivElement);
  const text = document.createElement('p');
  text.textContent = sentence;
  const buttons = [makeButton('Close', hideNotice)];
  if (action !== undefined) buttons.unshift(makeButton(action.label, action.run));
  notice.replaceChildren(text, ...buttons);
}

export function hideNotice(): void {
  element('notice', HTMLDivElement).replaceChildren();
}
