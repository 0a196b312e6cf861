/**
 * One function as `functions.json` describes it: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json.
 * The add-in builds that file, in which each parameter is a matrix, and errors among the arguments reach the function.
 */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly optional?: true;
}
