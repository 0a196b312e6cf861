import { SelectedCompanies, useSelectedCompanies } from '../common/selection/selected-companies';
import { MOST_COMPANIES, StartRescan, type SourceProps } from './start-rescan';

/** The companies of the selected cells. */
export function SelectionSource(props: SourceProps) {
  const companies = useSelectedCompanies(props.isOn, MOST_COMPANIES);
  const { domains } = companies;
  return (
    <>
      <SelectedCompanies id="check-domains" companies={companies} />
      {domains.length > 0 && <StartRescan {...props} domains={domains} />}
    </>
  );
}
