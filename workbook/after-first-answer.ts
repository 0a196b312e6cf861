/**
 * The parts of the page that its first answer does not need. They are one module because each further one would cut the
 * grid's script into more pieces, which compress worse.
 */
export { openCsv, saveCsv } from './csv/open-and-save';
export { startPanel } from './page/panel';
export { switchService, switchToLive } from './page/switch-service';
