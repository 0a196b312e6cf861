/** Begins the names under which the browser keeps what is the real service's, apart from what is the sandbox's. */
export const LIVE_PARTITION = 'live.';
