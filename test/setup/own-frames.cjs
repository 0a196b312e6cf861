const LIBRARY = /^node:|[\\/]node_modules[\\/]/;

/**
 * The browser's driver asks for the stack of each of its calls, and jest looks up where each frame of it stands in the
 * sources: a tenth of what the process of a browser test does. From here on frames of libraries stand where they are.
 *
 * To be called for each test file: jest puts its own way there first
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
