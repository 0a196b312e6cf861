/** Stands for `playwright-core` in tests; `node-environment.cjs` has it. */
module.exports = globalThis.browserDriver;
