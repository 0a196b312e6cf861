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
  readonly facts: CompanyFacts | null;
  readonly planted: Planted | null;
}

/** What is fixed for a well-known company instead of drawn. */
export interface CompanyFacts {
  readonly industry: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly foundedYear: number;
}

/** A company that exists for one peculiarity. */
export type Planted = 'no-technologies' | 'no-partners' | 'many-partners' | 'sparse';
