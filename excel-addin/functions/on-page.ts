/** A digest of `functions.js`, set by the build. */
declare const TRACE_FUNCTIONS_VERSION: string | undefined;

/** `''`: modules that are not built, as in tests. */
const VERSION = typeof TRACE_FUNCTIONS_VERSION === 'string' ? TRACE_FUNCTIONS_VERSION : '';

const FUNCTIONS = Symbol.for('trace.functionsVersion');
const page = globalThis as { [key: symbol]: unknown };

/**
 * An object that the functions and the panel, two scripts of one page, share. Excel may keep an old `functions.js`
 * for a day after the panel was updated
 * (https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-troubleshooting). Their code may then be
 * incompatible, so each version has its own object.
 *
 * @param name of the object, which is always created in the same way
 */
export function onPage<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`trace.${name}|${VERSION}`);
  return (page[key] ??= make()) as T;
}

/** Records which functions this page runs. */
export function noteFunctions(): void {
  page[FUNCTIONS] = VERSION;
}

/** Whether this page runs other functions than those that the panel was built with. */
export function hasOtherFunctions(): boolean {
  return typeof page[FUNCTIONS] === 'string' && page[FUNCTIONS] !== VERSION;
}
