const LIBRARY = /^node:|[\\/]node_modules[\\/]/;

/**
 * The browser's driver takes a stack trace at each of its calls, and jest maps each frame to the sources, which is a
 * tenth of a browser test's processor time. From here on, frames of libraries are not mapped.
 *
 * Must be called for each test file, because jest sets its own mapping there first
 * (https://v8.dev/docs/stack-trace-api#customizing-stack-traces).
 */
module.exports.mapOwnFramesOnly = function () {
  const { prepareStackTrace: prepare } = Error;
  if (typeof prepare !== 'function') return;
  Error.prepareStackTrace = (error, frames) => {
    const isLibrary = frames.map((frame) => LIBRARY.test(frame.getFileName() ?? 'node:'));
    if (!isLibrary.includes(true)) return prepare(error, frames);
    const own = frames.filter((_frame, at) => !isLibrary[at]);
    const places = own.length === 0 ? [] : prepare(error, own).split('\n    at ').slice(-own.length);
    return [String(error), ...frames.map((frame, at) => (isLibrary[at] ? frame : places.shift()))].join('\n    at ');
  };
};
