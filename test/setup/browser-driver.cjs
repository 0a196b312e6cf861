/** Replaces `playwright-core` in tests; `node-environment.cjs` provides it. */
module.exports = globalThis.browserDriver;
