const { AsyncLocalStorage } = require('node:async_hooks');

const { run } = AsyncLocalStorage.prototype;

/**
 * jest keeps the running test in an `AsyncLocalStorage`, to know which test an unhandled error belongs to. Before Node
 * 24 each promise of a process that has entered one runs hooks, and V8 awaits in a slower way
 * (https://v8.dev/blog/fast-async): a sixth of the time of tests with many promises. Tests run in turn, so a variable
 * knows the running test too.
 *
 * @param {(storage: AsyncLocalStorage<unknown>) => void} onEntered called for each other storage that is entered
 */
module.exports.keepTestsInTurn = function (onEntered) {
  AsyncLocalStorage.prototype.run = function (store, callback, ...given) {
    if (isOfTests(store)) return takeOver(this).run(store, callback);
    onEntered(this);
    return run.call(this, store, callback, ...given);
  };
};

/** Whether it is jest's `TestExecutionContext`, which hooks have too. */
function isOfTests(store) {
  return typeof store === 'object' && store !== null && 'test' in store;
}

/** Replaces the two methods that jest calls. */
function takeOver(storage) {
  let current;
  storage.getStore = () => current;
  storage.run = async (store, callback) => {
    const outer = current;
    current = store;
    try {
      return await callback();
    } finally {
      current = outer;
    }
  };
  return storage;
}
