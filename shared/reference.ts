/** The door to the texts about functions and problems, for builds and help pages. */
export { builderHelp, type BuilderHelp } from './catalogue/derive/builder-help';
export { toExcelMetadata } from './catalogue/derive/excel-metadata';
export { toFormulaText, toSignature, type FormulaText } from './catalogue/derive/formula-text';
export { hintOf } from './catalogue/derive/hints';
export { toReferencePage } from './catalogue/derive/reference-page';
export { toSheetsStubs } from './catalogue/derive/sheets-stubs';
export { OPTIONS } from './catalogue/options';
export type { ExampleSpec, FunctionSpec } from './catalogue/types';
export type { ErrorFacts } from './errors/trace-error';
export { EXAMPLES } from './recipes/examples';
export { RECIPES } from './recipes/index';
export { readAnswers } from './recipes/read-answers';
export type { MadeSheet } from './recipes/made-sheet';
export { makeSheet } from './recipes/recipe';
export { callsOf } from './recipes/sheet-calls';
