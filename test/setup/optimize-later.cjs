const { setFlagsFromString } = require('node:v8');

/** How many bytes of code a function runs through before V8 looks at it: nine times as many as by default. */
const LOOKED_AT_AFTER = 600_000;

/**
 * Each test file has a context of its own, in which V8 optimizes the same functions anew, most of them for a run of a second.
 * A fifth of all work in a worker was that. V8 refuses what it does not know with one line, and tests run as before
 * (https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags).
 */
setFlagsFromString(`--interrupt-budget=${LOOKED_AT_AFTER}`);
/** Nor is the code of functions thrown away that the next file will call again (`compile-once.cjs`). */
setFlagsFromString('--no-flush-bytecode');
