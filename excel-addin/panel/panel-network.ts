import { NETWORK } from '../functions/network';
import { whenOpen } from './panel-open';

/** The ports of the panel's longer work: nothing is sent, and so nothing spent, while the panel is closed. */
export const PANEL_NETWORK: typeof NETWORK = {
  ...NETWORK,
  async http(effect) {
    await whenOpen();
    return NETWORK.http(effect);
  },
};
