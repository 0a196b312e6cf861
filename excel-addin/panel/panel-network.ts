import { NETWORK } from '../functions/network';
import { whenOpen } from './panel-open';

/** The ports of what the panel does at length: nothing is sent, and so nothing spent, while the panel is closed. */
export const PANEL_NETWORK: typeof NETWORK = {
  ...NETWORK,
  async http(effect) {
    await whenOpen();
    return NETWORK.http(effect);
  },
};
