import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { priceOfCompanies } from '../../credits/action-prices';
import { partnersCounted } from '../../credits/quote';
import { CompareForm } from './compare-card';
import { initialOf, readFact, toFacts } from './company-facts';
import { type CompanyDetails, type CompanyKnown, fetchCompanies, recallCompany } from './company-details';
import { factsOf } from './formulas';
import { InsertPart } from './insert-part';
import { PartnersPart } from './partners/partners-part';
import { PriceButton } from './price-button';
import { TechnologiesPart } from './technologies-part';
import { Facts } from '../common/figures';
import { Fold } from '../common/fold';
import { Outcome, useErrand } from '../common/outcome';
import { ReportWrongData } from './report-wrong-data';
import { toFreeUntil } from '../common/words';
import { useSheet } from '../common/sheet';
import { AddToList, useMayList } from '../lists/add-to-list';
import { usePanel } from '../state/panel-state';
import { READING_SAVED } from './explore-text';
import { PressButton } from '../common/press-button';

interface CompanyCardProps {
  readonly identifier: string;
}

/** A company: what is saved of it, and what can be looked up. */
export function CompanyCard({ identifier }: CompanyCardProps) {
  const engine = useSheet();
  const [details, setDetails] = useState<CompanyDetails | null>(null);
  const errand = useErrand();
  useEffect(() => {
    errand.run(READING_SAVED, () => engine.beside((ports) => recallCompany(ports, identifier)), setDetails);
  }, [engine]);
  const company = details?.company ?? null;
  const credits = priceOfCompanies([company?.is === 'unknown' && company.isPaid]);
  const lookUp = (): void =>
    errand.run(
      'Looking up…',
      () => engine.beside((ports) => fetchCompanies(ports, [identifier], credits)),
      ([found]) => setDetails(found ?? null),
    );
  const [name, domain] = [factOf(company, 'name') || identifier, factOf(company, 'primary_domain') || identifier];
  const isTracked = details !== null && company?.is !== 'notTracked';
  const counted = company?.is === 'found' ? partnersCounted({ ...company, record: company.record }) : null;
  return (
    <>
      <div class="card">
        <CompanyTitle name={name} />
        {company?.is === 'found' && <CompanyFacts company={company} identifier={identifier} />}
        {company?.is === 'notTracked' && <p>Trace does not track {identifier}.</p>}
        {company?.is === 'unknown' && (
          <>
            <p class="hint">Facts and technologies are not saved here yet.</p>
            <div class="buttons">
              <PriceButton isMain label="Look up" credits={credits} isBusy={errand.isBusy} onPress={lookUp} />
            </div>
          </>
        )}
        <Outcome {...errand} />
      </div>
      {isTracked && <PartnersPart {...{ identifier, name, domain, counted }} saved={details.partners} />}
      {isTracked && <CompareForm identifier={identifier} />}
      {company?.is === 'found' && <ReportWrongData domain={domain} name={name} />}
    </>
  );
}

interface TitleProps {
  readonly name: string;
}

/** With a letter instead of a logo: a picture would need a request to another server. */
function CompanyTitle({ name }: TitleProps) {
  return (
    <div class="explore-head">
      <span class="avatar" aria-hidden="true">
        {initialOf(name)}
      </span>
      <h3 class="source explore-title" tabIndex={-1}>
        {name}
      </h3>
    </div>
  );
}

/** `''`: it is not known. */
function factOf(company: CompanyKnown | null, field: string): string {
  return company?.is === 'found' ? readFact(company.record, field, company.asOfMs) : '';
}

interface FactsProps extends CompanyCardProps {
  readonly company: Extract<CompanyKnown, { is: 'found' }>;
}

function CompanyFacts({ identifier, company: { record, asOfMs } }: FactsProps) {
  const domain = readFact(record, 'primary_domain', asOfMs) || identifier;
  const name = readFact(record, 'name', asOfMs) || identifier;
  const about = readFact(record, 'description', asOfMs);
  return (
    <>
      <p class="hint">
        {domain} · Free until {toFreeUntil(asOfMs)}
      </p>
      {about !== '' && <p>{about}</p>}
      <Facts of={toFacts(record, asOfMs)} />
      <TechnologiesPart identifier={identifier} name={name} company={record} />
      <InsertPart formula={factsOf(identifier)} what="facts" title={`${name} facts`} />
      <CompanyActions name={name} domain={readDomain(domain)} />
    </>
  );
}

interface Props {
  readonly name: string;
  /** `null`: only its name at Trace is known, which lists do not take. */
  readonly domain: string | null;
}

/** What a person does about a company beyond reading it. */
function CompanyActions({ name, domain }: Props) {
  const mayList = useMayList();
  const { host, keys, tabs, check } = usePanel();
  if (domain === null) return null;
  const mayCheck = tabs.includes('activity') && host.offers.has('act') && keys.state.key?.hasKey === true;
  return (
    <>
      {mayList && (
        <Fold style="explore-insert" title="Add to list">
          <AddToList id="explore-add" domains={[domain]} name={name} />
        </Fold>
      )}
      {mayCheck && (
        <div class="explore-insert">
          <PressButton onPress={() => check({ from: 'one', domain })}>Check for changes</PressButton>
        </div>
      )}
    </>
  );
}
