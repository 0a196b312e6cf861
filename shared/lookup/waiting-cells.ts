import type { MaxAge } from '../records/ports';

/** The cells that wait for a company. */
interface Waiting {
  readonly cells: number;
  /** The least ages that they ask for, by themselves and by default. */
  readonly ages: readonly MaxAge[];
}

/** How many cells wait for each company, and how old an answer may be for them. */
export class WaitingCells {
  private readonly waiting = new Map<string, Waiting>();

  /** Counts one cell as waiting for these companies, until what it returns is called. */
  hold(identifiers: readonly string[], age: MaxAge): () => void {
    for (const identifier of identifiers) {
      const { cells, ages } = this.waiting.get(identifier) ?? { cells: 0, ages: [] };
      this.waiting.set(identifier, { cells: cells + 1, ages: withAge(ages, age) });
    }
    let isHeld = true;
    return () => {
      if (isHeld) for (const identifier of identifiers) this.letGo(identifier);
      isHeld = false;
    };
  }

  has(identifier: string): boolean {
    return this.waiting.has(identifier);
  }

  ages(identifier: string): readonly MaxAge[] {
    return this.waiting.get(identifier)?.ages ?? [];
  }

  private letGo(identifier: string): void {
    const held = this.waiting.get(identifier);
    if (held !== undefined && held.cells > 1) this.waiting.set(identifier, { ...held, cells: held.cells - 1 });
    else this.waiting.delete(identifier);
  }
}

/** The least age of each sort. */
function withAge(ages: readonly MaxAge[], age: MaxAge): readonly MaxAge[] {
  const same = ages.find(({ isAgeAsked }) => isAgeAsked === age.isAgeAsked);
  if (same === undefined) return [...ages, age];
  return same.maxAgeMs <= age.maxAgeMs ? ages : [...ages.filter((other) => other !== same), age];
}
