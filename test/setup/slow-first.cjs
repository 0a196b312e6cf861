const { statSync } = require('node:fs');

/** The later files start, the longer a worker may be alone with the last one. */
const SLOWEST_FIRST = [
  /apps-script\/(bulk|fill-down|retry-crash|clasp|document-cache)/,
  /test\/browser\//,
  /test\/(bundle|borders|contract|replay)\//,
  /histories|random|tolerance|limit-holds|bulk-run/,
  /test\/(apps-script|excel-addin)\//,
];

/** Waits for a browser or a clock about as long as it works. */
const WAITS =
  /test\/(browser|relay)\/|excel-addin\/(faults|hanging)|apps-script\/(wrapped|forged-cache)|workbook\/start/;

/** In place of jest's own order, which goes by the last run: a clean checkout has none. */
module.exports = class SlowFirst {
  sort(tests) {
    const placed = tests.map((test) => {
      const rank = SLOWEST_FIRST.findIndex((pattern) => pattern.test(test.path));
      return { test, rank: rank < 0 ? SLOWEST_FIRST.length : rank, size: statSync(test.path).size };
    });
    placed.sort((one, other) => one.rank - other.rank || other.size - one.size);
    return byTurns(placed.map(({ test }) => test));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};

/** One that works, one that waits: two that wait at once leave the processor idle. */
function byTurns(tests) {
  const working = tests.filter(({ path }) => !WAITS.test(path));
  const waiting = tests.filter(({ path }) => WAITS.test(path));
  const both = Math.min(working.length, waiting.length);
  return [
    ...working.slice(0, both).flatMap((test, at) => [test, waiting[at]]),
    ...working.slice(both),
    ...waiting.slice(both),
  ];
}
