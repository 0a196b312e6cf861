import { useEffect, useState } from 'preact/hooks';
import { priceOfCompanies } from '../../credits/company-price';
import { partnersCounted } from '../../credits/partners-counted';
import { CompareForm } from './compare-card';
import { readFact, toFacts, groupTechnologies, OTHER } from './company-facts';
import { fetchCompanies, recallCompany, type CompanyKnown, type CompanyLook } from './company-look';
import { factsOf, technologiesOf } from './formulas';
import { InsertPart } from './insert-part';
import { PartnersPart } from './partners-part';
import { PriceButton, StepSays } from './price-button';
import { useStep } from '../common/outcome';
import type { CompanyRecord, Technology } from '../../client/resources/companies';
import { ReportWrongData } from './report-wrong-data';
import { count, toFreeUntil, toSeenText } from '../common/words';
import { useSheet } from '../common/sheet';
import { useExploring } from './exploring';

interface CompanyCardProps {
  readonly identifier: string;
}

/** A company: what is saved of it, and what can be looked up. */
export function CompanyCard({ identifier }: CompanyCardProps) {
  const engine = useSheet();
  const [look, setLook] = useState<CompanyLook | null>(null);
  const step = useStep();
  useEffect(() => step.run(() => engine.beside((ports) => recallCompany(ports, identifier)), setLook), [engine]);
  const company = look?.company ?? null;
  const credits = priceOfCompanies([company?.is === 'unknown' && company.isPaid]);
  const lookUp = (): void =>
    step.run(
      () => engine.beside((ports) => fetchCompanies(ports, [identifier], credits)),
      ([found]) => setLook(found ?? null),
    );
  const counted = company?.is === 'found' ? partnersCounted({ ...company, record: company.record }) : null;
  return (
    <>
      <div class="card">
        <h3 class="source explore-title" tabIndex={-1}>
          {factOf(company, 'name') || identifier}
        </h3>
        {company?.is === 'found' && <Facts company={company} identifier={identifier} />}
        {company?.is === 'notTracked' && <p>Trace does not track {identifier}.</p>}
        {company?.is === 'unknown' && (
          <>
            <p class="hint">Facts and technologies are not saved here yet.</p>
            <div class="buttons">
              <PriceButton isMain label="Look up" credits={credits} isBusy={step.isBusy} onPress={lookUp} />
            </div>
          </>
        )}
        <StepSays {...step} busy={company === null ? 'Reading saved answers…' : 'Looking up…'} />
      </div>
      {company?.is === 'found' && <TechnologiesPart identifier={identifier} company={company.record} />}
      {look !== null && company?.is !== 'notTracked' && (
        <PartnersPart
          identifier={identifier}
          counted={counted}
          saved={look.partners}
          name={factOf(company, 'name') || identifier}
          domain={factOf(company, 'primary_domain') || identifier}
        />
      )}
      {look !== null && company?.is !== 'notTracked' && <CompareForm identifier={identifier} />}
      {company?.is === 'found' && (
        <ReportWrongData
          domain={factOf(company, 'primary_domain') || identifier}
          name={factOf(company, 'name') || identifier}
        />
      )}
    </>
  );
}

/** `''`: it is not known. */
function factOf(company: CompanyKnown | null, field: string): string {
  return company?.is === 'found' ? readFact(company.record, field, company.asOfMs) : '';
}

interface FactsProps extends CompanyCardProps {
  readonly company: Extract<CompanyKnown, { is: 'found' }>;
}

function Facts({ identifier, company: { record, asOfMs } }: FactsProps) {
  const domain = readFact(record, 'primary_domain', asOfMs);
  const about = readFact(record, 'description', asOfMs);
  const facts = toFacts(record, asOfMs);
  return (
    <>
      <p class="hint">
        {domain === '' ? identifier : domain} · Free until {toFreeUntil(asOfMs)}
      </p>
      {about !== '' && <p>{about}</p>}
      <dl class="facts">
        {facts.map(({ title, text }) => [<dt key={title}>{title}</dt>, <dd key={`${title} is`}>{text}</dd>])}
      </dl>
      <InsertPart formula={factsOf(identifier)} what="facts" />
    </>
  );
}

interface TechnologiesPartProps {
  readonly identifier: string;
  readonly company: CompanyRecord;
}

/** So few are shown at once. */
const OPEN_UP_TO = 40;

/** The technologies of a company by category, each with when it was seen first and last. */
function TechnologiesPart({ identifier, company }: TechnologiesPartProps) {
  const exploring = useExploring();
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
              <TechnologyLine key={technology.slug ?? technology.name} technology={technology} />
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
      {all > 0 && <InsertPart formula={technologiesOf(identifier)} what={count(all, 'technology', 'technologies')} />}
    </div>
  );
}

function TechnologyLine({ technology }: { readonly technology: Technology }) {
  const exploring = useExploring();
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
