import { startPage } from '../shared/sidebar/index';
import { makePaneHost } from './pane-host';

/** The pane stands in an element of its own where a page has one for it, and fills the page otherwise. */
const PLACE = 'trace-pane';

startPage(document.getElementById(PLACE) ?? document.body, makePaneHost());
