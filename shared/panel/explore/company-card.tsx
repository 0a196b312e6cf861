import { useEffect, useState } from 'preact/hooks';
import { priceOfCompanies } from '../../credits/company-price';
import { partnersCounted } from '../../credits/partners-counted';
import { CompareForm } from './compare-form';
import { readFact, toFacts } from './company-facts';
import { fetchCompanies, recallCompany, type CompanyKnown, type CompanyLook } from './company-look';
import type { Exploring } from './exploring';
import { toFreeUntil } from './explore-text';
import { factsOf } from './formulas';
import { InsertPart } from './insert-part';
import { PartnersPart } from './partners-part';
import { PriceButton, StepSays } from './price-button';
import { TechnologiesPart } from './technologies-part';
import { useStep } from './use-step';

interface Props {
  readonly exploring: Exploring;
  readonly identifier: string;
}

/** A company: what is saved of it, and what can be looked up. */
export function CompanyCard({ exploring, identifier }: Props) {
  const { engine } = exploring;
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
        {company?.is === 'found' && <Facts company={company} identifier={identifier} exploring={exploring} />}
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
      {company?.is === 'found' && (
        <TechnologiesPart exploring={exploring} identifier={identifier} company={company.record} />
      )}
      {look !== null && company?.is !== 'notTracked' && (
        <PartnersPart
          exploring={exploring}
          identifier={identifier}
          counted={counted}
          saved={look.partners}
          name={factOf(company, 'name') || identifier}
          domain={factOf(company, 'primary_domain') || identifier}
        />
      )}
      {look !== null && company?.is !== 'notTracked' && <CompareForm exploring={exploring} identifier={identifier} />}
    </>
  );
}

/** `''`: it is not known. */
function factOf(company: CompanyKnown | null, field: string): string {
  return company?.is === 'found' ? readFact(company.record, field, company.asOfMs) : '';
}

interface FactsProps extends Props {
  readonly company: Extract<CompanyKnown, { is: 'found' }>;
}

function Facts({ exploring, identifier, company: { record, asOfMs } }: FactsProps) {
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
      <InsertPart exploring={exploring} formula={factsOf(identifier)} what="facts" />
    </>
  );
}
