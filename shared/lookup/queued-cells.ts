import type { Wish } from './ports';

/** The cells that wait for a company. */
interface Queued {
  readonly cells: number;
  /** The smallest age limit of each kind of wish. */
  readonly wishes: readonly Wish[];
}

/** How many cells wait for each company, and which answers they accept. */
export class QueuedCells {
  private readonly waiting = new Map<string, Queued>();

  /** Counts a cell as waiting for these companies, until the returned function is called. */
  hold(identifiers: readonly string[], wish: Wish): () => void {
    const first: Queued = { cells: 1, wishes: [wish] };
    for (const identifier of identifiers) {
      const held = this.waiting.get(identifier);
      this.waiting.set(
        identifier,
        held === undefined ? first : { cells: held.cells + 1, wishes: withWish(held.wishes, wish) },
      );
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

  wishes(identifier: string): readonly Wish[] {
    return this.waiting.get(identifier)?.wishes ?? [];
  }

  private letGo(identifier: string): void {
    const held = this.waiting.get(identifier);
    if (held !== undefined && held.cells > 1) this.waiting.set(identifier, { ...held, cells: held.cells - 1 });
    else this.waiting.delete(identifier);
  }
}

function withWish(wishes: readonly Wish[], wish: Wish): readonly Wish[] {
  const { isAgeAsked, needsBatch = false } = wish;
  const same = wishes.find((other) => other.isAgeAsked === isAgeAsked && (other.needsBatch ?? false) === needsBatch);
  if (same === undefined) return [...wishes, wish];
  return same.maxAgeMs <= wish.maxAgeMs ? wishes : [...wishes.filter((other) => other !== same), wish];
}
