import { element, makeButton } from './element';

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

interface NoticeOptions {
  readonly action?: NoticeAction;
  /** `warning`: something did not happen. */
  readonly tone?: 'neutral' | 'warning';
  /** It holds while the page is open: the user cannot close it, and only another lasting notice replaces it. */
  readonly isLasting?: true;
  /** Called when the user closes it. */
  readonly onClose?: () => void;
}

/** One sentence above the grid that stays until it is closed or replaced; screen readers announce it politely. */
export function showNotice(
  sentence: string,
  { action, tone = 'neutral', isLasting, onClose }: NoticeOptions = {},
): void {
  const notice = element('notice', HTMLDivElement);
  if ('lasting' in notice.dataset && isLasting === undefined) return;
  const text = document.createElement('p');
  text.textContent = sentence;
  const close = (): void => {
    hideNotice();
    onClose?.();
  };
  const buttons = isLasting === true ? [] : [makeButton('Close', close)];
  if (action !== undefined) buttons.unshift(makeButton(action.label, action.run));
  notice.dataset['tone'] = tone;
  if (isLasting === true) notice.dataset['lasting'] = '';
  notice.replaceChildren(text, ...buttons);
}

/** Says that something did not happen. */
export function showWarning(sentence: string): void {
  showNotice(sentence, { tone: 'warning' });
}

export function hideNotice(): void {
  const notice = element('notice', HTMLDivElement);
  if (!('lasting' in notice.dataset)) notice.replaceChildren();
}
