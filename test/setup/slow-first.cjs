const { statSync } = require('node:fs');

/**
 * Tests of the grid come first among the pages, and tests that wait for another process or a clock among the others.
 * Then come the slowest: the later a file starts, the longer a worker may be alone with the last one.
 */
const FIRST = [
  /browser\/workbook\//,
  /browser\/(enrich\/bulk(-left|-credits|-keyboard)?\.|sidebar\/(enriching|explore)|panel\/recipes|site|docs)/,
  /test\/relay\/|excel-addin\/(faults|hanging)|apps-script\/(formulas\/wrapped|editors\/forged-cache)|workbook\/start/,
  /apps-script\/(bulk|formulas\/fill-down|retry\/retry-crash|clasp|stored\/document-cache)/,
  /test\/(bundle|borders|contract|replay)\//,
  /histories|random|tolerance|limit-holds|bulk-run/,
  /test\/(apps-script|excel-addin)\//,
];

/** Replaces jest's own order, which uses the last run: a clean checkout has none. */
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
