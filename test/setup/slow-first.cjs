const { statSync } = require('node:fs');

/**
 * What waits for another process or a clock comes first, while the pages' tests leave no core idle. Then the slowest: the later
 * files start, the longer a worker may be alone with the last one.
 */
const FIRST = [
  /test\/relay\/|excel-addin\/(faults|hanging)|apps-script\/(wrapped|forged-cache)|workbook\/start/,
  /apps-script\/(bulk|fill-down|retry-crash|clasp|document-cache)/,
  /test\/(bundle|borders|contract|replay)\//,
  /histories|random|tolerance|limit-holds|bulk-run/,
  /test\/(apps-script|excel-addin)\//,
];

/** In place of jest's own order, which goes by the last run: a clean checkout has none. */
module.exports = class SlowFirst {
  sort(tests) {
    const placed = tests.map((test) => {
      const rank = FIRST.findIndex((pattern) => pattern.test(test.path));
      return { test, rank: rank < 0 ? FIRST.length : rank, size: statSync(test.path).size };
    });
    placed.sort((one, other) => one.rank - other.rank || other.size - one.size);
    return placed.map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
