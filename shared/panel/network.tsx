import { NetworkView } from './explore/network-view';

/** What of Explore draws a network. A host may load it once a picture is opened. */
export interface NetworkParts {
  readonly NetworkView: typeof NetworkView;
}

export const NETWORK_PARTS: NetworkParts = { NetworkView };
