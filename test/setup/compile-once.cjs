const vm = require('node:vm');
const { compileFunction, Script } = vm;

/**
 * By file: a worker runs one test file after another, each in its own context, and they load mostly the same modules.
 */
const compiled = new Map();

/**
 * jest compiles each module again for each test file, and V8 keeps nothing of what `compileFunction` compiled. A
 * script can run in any number of contexts and keeps the code of its functions, including those that are compiled
 * when they are first called (https://nodejs.org/docs/latest-v20.x/api/vm.html#class-vmscript).
 */
vm.compileFunction = function (code, parameters, options) {
  const { filename, parsingContext } = options ?? {};
  if (parsingContext === undefined || filename === undefined || filename.endsWith('.test.ts')) {
    return compileFunction(code, parameters, options);
  }
  const before = compiled.get(filename);
  const script = before?.code === code ? before.script : compile(code, parameters, filename);
  if (script === null) return compileFunction(code, parameters, options);
  compiled.set(filename, { code, script });
  return script.runInContext(parsingContext);
};

/** @returns `null` if it cannot be compiled: jest's own way says why */
function compile(code, parameters, filename) {
  const head = `(function (${parameters.join(', ')}) {`;
  try {
    return new Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
  } catch {
    return null;
  }
}
