import { readTechnologies, type CompanyRecord, type Technology } from '../../client/resources/companies';

/** Technologies of two companies, by name. */
export interface Comparison {
  readonly both: readonly Technology[];
  readonly onlyLeft: readonly Technology[];
  readonly onlyRight: readonly Technology[];
}

/** `null`: one of the answers has no list, and so nothing can be said. */
export function compareTechnologies(left: CompanyRecord, right: CompanyRecord): Comparison | null {
  const [ofLeft, ofRight] = [readTechnologies(left), readTechnologies(right)];
  if (ofLeft === null || ofRight === null) return null;
  return {
    both: ofLeft.filter((technology) => has(ofRight, technology)).sort(byName),
    onlyLeft: ofLeft.filter((technology) => !has(ofRight, technology)).sort(byName),
    onlyRight: ofRight.filter((technology) => !has(ofLeft, technology)).sort(byName),
  };
}

/** The same slug, or the same name where one of them has none. */
function has(technologies: readonly Technology[], { slug, name }: Technology): boolean {
  return technologies.some((each) =>
    each.slug !== null && slug !== null ? each.slug === slug : each.name.toLowerCase() === name.toLowerCase(),
  );
}

function byName(one: Technology, other: Technology): number {
  return one.name.localeCompare(other.name);
}

/** As many rows as there are technologies, with a column for each company. */
export function toComparisonTable(
  { both, onlyLeft, onlyRight }: Comparison,
  left: string,
  right: string,
): readonly (readonly string[])[] {
  const toRows = (technologies: readonly Technology[], ofLeft: string, ofRight: string) =>
    technologies.map(({ name, category }) => [name, category ?? '', ofLeft, ofRight]);
  return [
    ['technology', 'category', left, right],
    ...toRows(both, 'yes', 'yes'),
    ...toRows(onlyLeft, 'yes', ''),
    ...toRows(onlyRight, '', 'yes'),
  ];
}
