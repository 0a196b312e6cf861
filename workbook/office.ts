/** The part of Microsoft's `Office` global that the functions ask before they answer with a date. */
export interface OfficeGlobal {
  readonly context: {
    readonly requirements: { isSetSupported(name: string, version?: string): boolean };
  };
}

/** With version 1.4 a function may return a number with its format, which the grid can show. */
const CUSTOM_FUNCTIONS = { name: 'CustomFunctionsRuntime', minor: 4 };

/**
 * Stands in for Microsoft's script, which the page does without: it would ask a foreign server.
 * Source: https://learn.microsoft.com/javascript/api/office/office.requirementsetsupport.
 */
export function makeOffice(): OfficeGlobal {
  const isSetSupported = (name: string, version = '1.1'): boolean => {
    const [major, minor] = version.split('.').map(Number);
    return name === CUSTOM_FUNCTIONS.name && major === 1 && (minor ?? 0) <= CUSTOM_FUNCTIONS.minor;
  };
  return { context: { requirements: { isSetSupported } } };
}
