/** A company that the sandbox tracks: its name and origin. Everything else is computed from it. */
export interface Company {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  /** Further domains that find it. */
  readonly otherDomains: readonly string[];
  /** The seed of every draw about this company; made from its slug, so that a longer catalogue changes no company. */
  readonly seed: number;
  /** Whether everybody tries it first; it has more partners, most of them likewise. */
  readonly isWellKnown: boolean;
  readonly planted: Planted | null;
}

/** A company that exists for one peculiarity. */
export type Planted = 'no-technologies' | 'no-partners' | 'many-partners' | 'sparse';
