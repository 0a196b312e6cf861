/** Replaces `typescript` in tests; `node-environment.cjs` provides it. */
module.exports = globalThis.compiler;
