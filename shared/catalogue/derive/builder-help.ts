import { FUNCTIONS, type FunctionId } from '../index';
import { OPTIONS, type OptionName } from '../options';

/** What users read about a function while they build a formula with it. */
interface FunctionHelp {
  readonly about: string;
  readonly family: string;
  readonly costs: string;
  /** By parameter name. */
  readonly params: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** The catalogue's texts by function and by option; see {@link builderHelp}. */
export interface BuilderHelp {
  readonly functions: Readonly<Record<FunctionId, FunctionHelp>>;
  readonly options: Readonly<Record<OptionName, { readonly about: string; readonly example: string }>>;
}

/** The catalogue's texts for users who build formulas. A build in another language has them translated here. */
export function builderHelp(): BuilderHelp {
  const functions = FUNCTIONS.map(({ id, about, family, costs, params, fields }) => [
    id,
    { about, family, costs, params: aboutsOf(params), fields: aboutsOf(fields) },
  ]);
  const options = Object.entries(OPTIONS).map(([name, { about, example }]) => [name, { about, example }]);
  return {
    functions: Object.fromEntries(functions) as BuilderHelp['functions'],
    options: Object.fromEntries(options) as BuilderHelp['options'],
  };
}

function aboutsOf(specs: readonly { readonly name: string; readonly about: string }[]) {
  return Object.fromEntries(specs.map(({ name, about }) => [name, about]));
}
