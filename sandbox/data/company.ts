/** A company that the sandbox tracks: what it is called and where it comes from. All else is computed from it. */
export interface Company {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  /** Further domains it is found by. */
  readonly otherDomains: readonly string[];
  /** What every draw about this company starts from; of its slug, so that a longer catalogue changes no company. */
  readonly seed: number;
  readonly facts: CompanyFacts | null;
  readonly planted: Planted | null;
}

/** What is written down about a well-known company in place of being drawn. */
export interface CompanyFacts {
  readonly industry: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly foundedYear: number;
}

/** A company that is there for one peculiarity. */
export type Planted = 'no-technologies' | 'no-partners' | 'many-partners' | 'sparse';
