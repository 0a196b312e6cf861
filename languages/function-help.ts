import type { BuilderHelp } from '../shared/reference';
import type { Say } from './translate-source';

/** The builder's texts in another language. */
export function translateHelp(help: BuilderHelp, say: Say): BuilderHelp {
  return JSON.parse(
    JSON.stringify(help, (name, value: unknown) =>
      typeof value === 'string' && name !== 'example' ? say(value) : value,
    ),
  ) as BuilderHelp;
}
