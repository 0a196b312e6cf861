import type { BuilderHelp, FunctionSpec } from '../shared/reference';
import type { Say } from './translate-source';

/** The functions with what autocompletion says of them in another language. Names and examples are the same. */
export function translateSpecs(specs: readonly FunctionSpec[], say: Say): readonly FunctionSpec[] {
  return specs.map((spec) => ({
    ...spec,
    about: say(spec.about),
    params: spec.params.map((param) => ({ ...param, about: say(param.about) })),
  }));
}

/** The builder's texts in another language. */
export function translateHelp(help: BuilderHelp, say: Say): BuilderHelp {
  return JSON.parse(
    JSON.stringify(help, (name, value: unknown) =>
      typeof value === 'string' && name !== 'example' ? say(value) : value,
    ),
  ) as BuilderHelp;
}
