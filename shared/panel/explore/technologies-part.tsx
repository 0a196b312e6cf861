import { useState } from 'preact/hooks';
import type { CompanyRecord, Technology } from '../../client/resources/companies';
import { count, toSeenText } from '../common/words';
import { groupTechnologies, keyTechnologies, OTHER } from './company-facts';
import { useExploring } from './exploring';
import { SubjectChips, toTechnologySubjects } from './subject-chips';
import { technologiesOf } from './formulas';
import { InsertPart } from './insert-part';
import { RowList } from '../common/row-list';

interface Props {
  readonly identifier: string;
  readonly name: string;
  readonly company: CompanyRecord;
}

/** A few technologies of a company, and all of them by category once the person asks. */
export function TechnologiesPart({ identifier, name, company }: Props) {
  const [isOpen, setOpen] = useState(false);
  const groups = groupTechnologies(company);
  if (groups === null) return <p class="hint">Trace does not list technologies for this company.</p>;
  const all = groups.reduce((sum, { technologies }) => sum + technologies.length, 0);
  if (all === 0) return <p class="hint">No technology is known.</p>;
  const key = keyTechnologies(groups);
  return (
    <div class="explore-technologies">
      <h4>Technologies ({all.toLocaleString('en-US')})</h4>
      <SubjectChips of={toTechnologySubjects(key)}>
        {all > key.length && (
          <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show fewer' : `All ${all.toLocaleString('en-US')}`}
          </button>
        )}
      </SubjectChips>
      {isOpen && groups.map((group) => <CategoryRows key={group.category} {...group} />)}
      <InsertPart
        formula={technologiesOf(identifier)}
        what={count(all, 'technology', 'technologies')}
        title={`${name} technologies`}
      />
    </div>
  );
}

/** How many technologies of a category are shown first. */
const SHOWN_FIRST = 20;

interface CategoryProps {
  readonly category: string;
  readonly technologies: readonly Technology[];
}

/** The technologies of a category, each with the days when it was seen first and last. */
function CategoryRows({ category, technologies }: CategoryProps) {
  const exploring = useExploring();
  return (
    <>
      {category === OTHER ? (
        <h5>{category}</h5>
      ) : (
        <h5>
          <button
            type="button"
            class="link"
            aria-label={`About ${category}`}
            onClick={() => exploring.open({ is: 'category', name: category })}
          >
            {category}
          </button>
        </h5>
      )}
      <RowList
        label={category}
        first={SHOWN_FIRST}
        rows={technologies.map(({ name, first_detected_at: first, last_detected_at: last }) => ({
          title: name,
          beside: toSeenText(first, last),
          below: '',
          open: () => exploring.open({ is: 'technology', name }),
        }))}
      />
    </>
  );
}
