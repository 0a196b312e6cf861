/** The prefix under which the browser keeps the real service's data, apart from the sandbox's. */
export const LIVE_PARTITION = 'live.';
