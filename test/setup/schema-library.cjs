/** Replaces `@sinclair/typebox` in tests; `node-environment.cjs` provides it. */
module.exports = globalThis.schemaLibrary;
