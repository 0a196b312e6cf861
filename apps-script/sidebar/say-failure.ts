/**
 * The first script of the page, by itself: where the page's own script does not parse or throws, nothing else can say so, and the
 * panel would stay white.
 */
const ID = 'failure';

function sayFailure(said: string): void {
  // Once the panel is shown, problems are its own to tell.
  if (document.querySelector(`main, #${ID}`) !== null) return;
  const notice = document.createElement('p');
  notice.id = ID;
  notice.className = 'notice problem';
  notice.setAttribute('role', 'alert');
  notice.textContent = `Trace did not start (${said}). Close the panel, then choose Extensions > Trace > Open Trace.`;
  document.body.append(notice);
}

addEventListener('error', ({ message }) => sayFailure(message));
// Where much of a script is cut out, what is left may throw nothing.
addEventListener('load', () => sayFailure('the page is empty'));
