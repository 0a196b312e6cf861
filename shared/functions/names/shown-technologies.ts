import { readTechnologies, type Technology } from '../../client/resources/companies';
import type { InputOutcomes } from '../answer-inputs';
import { isNamed, namesOf, type AskedName, type NameKind } from './name-verdict';

/** The technologies that the answers of one formula show. Their names need no question. */
export class ShownTechnologies {
  private known: readonly (readonly Technology[])[] | null = null;

  constructor(private readonly outcomes: InputOutcomes<'company'>) {}

  /** Whether no answer has a list, so that nothing is known about any name. */
  get isEmpty(): boolean {
    return this.lists.length === 0;
  }

  isShown(name: AskedName): boolean {
    return this.lists.some((list) => list.some((technology) => isNamed(name, technology)));
  }

  /** Names as people write them. */
  names(kind: NameKind): readonly string[] {
    const names = new Set<string>();
    for (const list of this.lists) {
      for (const technology of list) {
        const [name] = namesOf(kind, technology);
        if (name !== undefined) names.add(name);
      }
    }
    return [...names];
  }

  /** Read only if names are needed, since large ranges have many. */
  private get lists(): readonly (readonly Technology[])[] {
    return (this.known ??= [...this.outcomes.values()].flatMap((outcome) => {
      const list = outcome.is === 'found' ? readTechnologies(outcome.record) : null;
      return list === null ? [] : [list];
    }));
  }
}
