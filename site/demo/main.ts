import { answerInPage } from './answer-in-page';
import { useOwnStorage } from './own-storage';

// Runs before every other script of the demo: they read the key and the answers that it puts in place.
useOwnStorage(globalThis, location.pathname.replace(/[^/]*$/, ''));
answerInPage(globalThis, location.origin);
// Served from a folder of files, and in browsers that forbid it, the site works without.
void navigator.serviceWorker?.register('offline.js').catch(() => undefined);
