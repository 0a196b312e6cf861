/** A function of a functions file: it is called with the formula's arguments and, last, the {@link Invocation}. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** Excel's last argument. A cancelable function sets its handler in `onCanceled`. */
export interface Invocation {
  readonly functionName: string;
  /** The cell of the formula, such as `Leads!B2`. */
  readonly address: string;
  onCanceled?: () => void;
}

/**
 * The errors that a function can show in a cell. Source:
 * https://learn.microsoft.com/javascript/api/custom-functions-runtime/customfunctions.errorcode.
 */
const ERROR_CODES = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES];

/** An error for a cell, with a sentence that Excel shows beside it. */
export class CustomFunctionError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode = ERROR_CODES.invalidValue, message = '') {
    super(message);
    this.code = code;
  }
}

/** The part of Excel's `CustomFunctions` global that a functions file can see. */
export interface CustomFunctionsGlobal {
  readonly Error: typeof CustomFunctionError;
  readonly ErrorCode: typeof ERROR_CODES;
  /** Where Microsoft's runtime keeps the functions too; the grid reads them here. Keys are in capitals. */
  readonly _association: { readonly mappings: Readonly<Record<string, CustomFunction>> };
  associate(id: string, call: CustomFunction): void;
}

/**
 * Stands in for Excel's `CustomFunctions`, so that Excel's file can run on a page without Microsoft's script. Written
 * from the documentation: ids ignore case, and a later association replaces an earlier one.
 */
export function makeCustomFunctions(): CustomFunctionsGlobal {
  const mappings: Record<string, CustomFunction> = {};
  const associate = (id: string, call: CustomFunction): void => {
    mappings[id.toUpperCase()] = call;
  };
  return { Error: CustomFunctionError, ErrorCode: ERROR_CODES, _association: { mappings }, associate };
}

/** Whether the text is one of the errors above, as a cell shows it. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return Object.values(ERROR_CODES).some((code) => code === text);
}
