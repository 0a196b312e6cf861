import type { CompanyRecord, Technology } from '../../client/resources/companies';
import { count } from '../count';
import { groupTechnologies, OTHER } from './company-facts';
import type { Exploring } from './exploring';
import { toSeenText } from './explore-text';
import { technologiesOf } from './formulas';
import { InsertPart } from './insert-part';

interface Props {
  readonly exploring: Exploring;
  readonly identifier: string;
  readonly company: CompanyRecord;
}

/** So few are shown at once. */
const OPEN_UP_TO = 40;

/** The technologies of a company by category, each with when it was seen first and last. */
export function TechnologiesPart({ exploring, identifier, company }: Props) {
  const groups = groupTechnologies(company);
  const all = (groups ?? []).reduce((sum, { technologies }) => sum + technologies.length, 0);
  return (
    <div class="card">
      <h3>Technologies{groups === null ? '' : ` (${all.toLocaleString('en-US')})`}</h3>
      {groups === null && <p class="hint">Trace does not list technologies for this company.</p>}
      {groups?.length === 0 && <p class="hint">No technology is known.</p>}
      {groups?.map(({ category, technologies }) => (
        <details key={category} class="explore-group" open={all <= OPEN_UP_TO}>
          <summary>
            {category} <span class="badge">{technologies.length}</span>
          </summary>
          <ul class="explore-list">
            {technologies.map((technology) => (
              <TechnologyLine key={technology.slug ?? technology.name} exploring={exploring} technology={technology} />
            ))}
          </ul>
          {category !== OTHER && (
            <button
              type="button"
              class="link explore-about"
              aria-label={`About ${category}`}
              onClick={() => exploring.open({ is: 'category', name: category })}
            >
              About
            </button>
          )}
        </details>
      ))}
      {all > 0 && (
        <InsertPart
          exploring={exploring}
          formula={technologiesOf(identifier)}
          what={count(all, 'technology', 'technologies')}
        />
      )}
    </div>
  );
}

function TechnologyLine({ exploring, technology }: { readonly exploring: Exploring; readonly technology: Technology }) {
  const { name, first_detected_at, last_detected_at } = technology;
  return (
    <li>
      <button type="button" class="link" onClick={() => exploring.open({ is: 'technology', name })}>
        {name}
      </button>
      <span class="hint">{toSeenText(first_detected_at, last_detected_at)}</span>
    </li>
  );
}
