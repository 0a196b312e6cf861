/** A company that the sandbox tracks: its name and origin. Everything else is computed from it. */
export interface Company {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  /** Further domains by which it is found. */
  readonly otherDomains: readonly string[];
  /** The seed of every draw about this company; made from its slug, so that a longer catalogue changes no company. */
  readonly seed: number;
  /** Whether new users are likely to try it first. It has more partners, most of them well known too. */
  readonly isWellKnown: boolean;
  readonly planted: Planted | null;
}

/** A company that exists for one special case. */
export type Planted = 'no-technologies' | 'no-partners' | 'many-partners' | 'sparse';
