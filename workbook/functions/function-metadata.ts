/** One parameter as `functions.json` describes it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  /** A matrix accepts a cell, a literal and a range alike. */
  readonly isMatrix: boolean;
  readonly isOptional: boolean;
}

/** One function as `functions.json` describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  /** Whether an error in an argument reaches the function; otherwise it is the answer at once. */
  readonly takesErrors: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads `functions.json`, which tells Excel what functions exist. Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json.
 */
export function readFunctionMetadata(file: unknown): FunctionMetadata[] {
  const { functions, allowErrorForDataTypeAny } = readObject(file);
  return readList(functions).map((each) => {
    const { id, name, description, parameters } = readObject(each);
    return {
      id: readText(id),
      name: readText(name),
      description: readText(description),
      parameters: readList(parameters).map(readParameter),
      takesErrors: allowErrorForDataTypeAny === true,
    };
  });
}

function readParameter(parameter: unknown): ParameterMetadata {
  const { name, description, dimensionality, optional } = readObject(parameter);
  return {
    name: readText(name),
    description: readText(description),
    isMatrix: dimensionality === 'matrix',
    isOptional: optional === true,
  };
}

function readObject(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error('functions.json: an object is missing');
  return value as Json;
}

function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
