import { ALL_LOADED } from '../../workbook/page/first-answer';
import { answerInPage } from './answer-in-page';
import { useOwnStorage } from './own-storage';

// Runs before every other script of the demo: they read the key and the answers that it puts in place.
useOwnStorage(globalThis, location.pathname.replace(/[^/]*$/, ''));
answerInPage(globalThis, location.origin);
// The worker fetches the whole site, which would delay the first answer. Served from a folder of files, and in browsers
// that forbid it, the site works without.
addEventListener(ALL_LOADED, () => void navigator.serviceWorker?.register('offline.js').catch(() => undefined));
