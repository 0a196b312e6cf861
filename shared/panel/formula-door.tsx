import type { ExploreParts } from './explore';
import { NotLoaded } from './not-loaded';
import type { PanelHost } from './panel-host';
import { useLoaded } from './use-loaded';

interface Props {
  readonly host: PanelHost;
  readonly load: () => Promise<ExploreParts>;
  /** Whether somebody sees this tab. Until then nothing is loaded. */
  readonly isOn: boolean;
}

/** The tab that builds formulas, once its script is loaded. */
export function FormulaDoor({ host, load, isOn }: Props) {
  const formula = useLoaded(host.explore, load, isOn);
  if (formula.is !== 'ready') return <NotLoaded is={formula.is} title="Formula" />;
  const { FormulaTab } = formula.parts;
  return <FormulaTab host={formula.host} isOn={isOn} {...(host.docs === undefined ? {} : { docs: host.docs })} />;
}
