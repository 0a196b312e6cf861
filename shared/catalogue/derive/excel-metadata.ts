import type { FunctionSpec, ParamSpec } from '../types';
import { hintOf, inEnglish, type SayHelp } from './hints';

/**
 * `functions.json`, which tells Excel which functions exist. Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json.
 */
interface ExcelMetadata {
  /** Cells with rich values arrive as rich values; the text that they show is read. */
  readonly allowCustomDataForDataTypeAny: true;
  /** Without this, a single `#N/A` in a range makes Excel refuse the whole range instead of one row. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly ExcelFunction[];
}

interface ExcelFunction {
  readonly description: string;
  /** The marketplace requires one for every function: policy 1120.5. */
  readonly helpUrl: string;
  readonly id: string;
  readonly name: string;
  /** The address tells the panel which cell shows a problem. */
  readonly options: { readonly cancelable: true; readonly requiresAddress: true };
  readonly parameters: readonly ExcelParameter[];
  readonly result: { readonly dimensionality: 'matrix' };
}

interface ExcelParameter {
  readonly description: string;
  readonly name: string;
  /** A matrix accepts a cell, a literal and a range alike. */
  readonly dimensionality: 'matrix';
  readonly type: 'any';
  readonly optional?: true;
}

/**
 * @param addinUrl where the add-in is served, such as `https://localhost:3000`
 * @param say returns the help in another language
 */
export function toExcelMetadata(
  specs: readonly FunctionSpec[],
  addinUrl: string,
  say: SayHelp = inEnglish,
): ExcelMetadata {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: specs.map((spec) => ({
      description: say(spec.about),
      helpUrl: toHelpUrl(spec, addinUrl),
      id: spec.id,
      name: spec.id,
      options: { cancelable: true, requiresAddress: true },
      parameters: spec.params.map((param) => toParameter(spec, param, say)),
      result: { dimensionality: 'matrix' },
    })),
  };
}

/** The help page for one function, on the add-in's own server. */
function toHelpUrl(spec: FunctionSpec, addinUrl: string): string {
  return `${addinUrl.replace(/\/+$/, '')}/docs/functions/${spec.id}.html`;
}

function toParameter(spec: FunctionSpec, param: ParamSpec, say: SayHelp): ExcelParameter {
  const { name, optional } = param;
  return {
    description: hintOf(spec, param, say).about,
    name,
    dimensionality: 'matrix',
    type: 'any',
    ...(optional ? { optional: true } : {}),
  };
}
