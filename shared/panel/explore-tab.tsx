import type { ExploreParts } from './explore';
import { NotLoaded } from './not-loaded';
import type { PanelHost } from './panel-host';
import { useLoaded } from './use-loaded';

interface Props {
  readonly host: PanelHost;
  readonly load: () => Promise<ExploreParts>;
  /** Whether somebody sees this tab. Until then nothing is loaded. */
  readonly isOn: boolean;
  readonly keyNews: string;
}

/** The tab that looks at single companies, once its script is loaded. */
export function ExploreTab({ host, load, isOn, keyNews }: Props) {
  const explore = useLoaded(host.explore, load, isOn);
  if (explore.is !== 'ready') return <NotLoaded is={explore.is} title="Explore" />;
  const { ExploreSection } = explore.parts;
  return <ExploreSection host={explore.host} isOpen={isOn} keyNews={keyNews} />;
}
