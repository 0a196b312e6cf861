/**
 * The first script of the page, and a classic one: all our other scripts wait for office.js, for minutes on a slow
 * network.
 */
const LATE_AFTER_MS = 5_000;

declare const Office: { onReady(callback: () => void): unknown } | undefined;

let isLate = false;
let isSettled = false;

/** Replaces the text that the page shows while it loads. The panel later replaces everything. */
function say(sentence: string): HTMLElement | null {
  const notice = document.querySelector<HTMLElement>('[role=status]');
  if (notice !== null) notice.textContent = sentence;
  return notice;
}

function sayLate(): void {
  if (isSettled || !isLate) return;
  if (typeof Office === 'undefined')
    say('Excel is slow to load its own script. Trace starts by itself when the script has loaded.');
  else say('Excel is slow to answer. Trace starts by itself when it does.');
}

/** Called if a proxy, a policy or a browser extension blocks office.js. */
function sayFailed(script: HTMLScriptElement): void {
  isSettled = true;
  const { hostname } = new URL(script.src);
  const notice = say(
    `Excel's own script did not load, so Trace cannot reach the workbook. Allow ${hostname} in your network and browser, then choose Reload.`,
  );
  notice?.classList.add('problem');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Reload';
  button.addEventListener('click', () => location.reload());
  notice?.after(button);
}

/**
 * Listens in the capture phase, because these events do not bubble, and the script element comes later in the page.
 */
function onOfficeScript(event: string, act: (script: HTMLScriptElement) => void): void {
  const hear = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement && target.dataset['office'] !== undefined) act(target);
  };
  document.addEventListener(event, hear, true);
}

onOfficeScript('error', sayFailed);
onOfficeScript('load', (script) => {
  // Some proxies return a page of their own instead.
  if (typeof Office === 'undefined') return sayFailed(script);
  sayLate();
  Office.onReady(() => {
    isSettled = true;
    if (isLate) say('Loading…');
  });
});
setTimeout(() => {
  isLate = true;
  sayLate();
}, LATE_AFTER_MS);
