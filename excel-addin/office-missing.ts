/**
 * The first script of the page, and a classic one: the page's reading stops at office.js until that is loaded, and
 * nothing else of ours runs before.
 */
const MISSING_AFTER_MS = 10_000;

/** Says plainly that office.js is missing: a proxy, a policy or an add-on of the browser blocks it, or never answers. */
function sayIfMissing(): void {
  if ('Office' in globalThis || document.getElementById('office-missing') !== null) return;
  // The page would wait for it for minutes, and show nothing.
  if (document.body === null) window.stop();
  const script = document.querySelector<HTMLScriptElement>('script[data-office]');
  const notice = document.createElement('p');
  notice.classList.add('notice', 'problem');
  notice.setAttribute('role', 'alert');
  const host = script === null ? 'Microsoft' : new URL(script.src).hostname;
  notice.textContent = `Excel's own script did not load, so Trace cannot reach the workbook. Allow ${host} in your network and browser, then close and open the panel.`;
  const place = document.createElement('div');
  place.id = 'office-missing';
  place.className = 'trace-panel';
  place.append(notice);
  // Not in the body: the panel replaces what is in there.
  document.documentElement.insertBefore(place, document.body);
}

// A script that failed is known to have failed by then.
document.addEventListener('DOMContentLoaded', sayIfMissing);
setTimeout(sayIfMissing, MISSING_AFTER_MS);
