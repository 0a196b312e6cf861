/**
 * The first script of the page, on its own: if the page's own script does not parse or throws, nothing else can
 * report it, and the panel would stay white.
 */
const ID = 'failure';

function sayFailure(said: string): void {
  // Once the panel is shown, it reports problems itself.
  if (document.querySelector(`main, #${ID}`) !== null) return;
  const notice = document.createElement('p');
  notice.id = ID;
  notice.className = 'notice problem';
  notice.setAttribute('role', 'alert');
  notice.textContent = `Trace did not start (${said}). Close the panel, then choose Extensions > Trace > Open Trace.`;
  document.body.append(notice);
}

addEventListener('error', ({ message }) => sayFailure(message));
// If much of a script is cut off, the rest may throw nothing.
addEventListener('load', () => sayFailure('the page is empty'));
