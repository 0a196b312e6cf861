import { openWorld } from '../apps-script/open-world';
import { ExcelFile } from '../fakes/played/excel-file';
import { SheetsFile } from '../fakes/played/sheets-file';
import { replayEnrichments } from './enrichments';
import { replayOnGrid } from './grid-process';
import type { Histories } from './replay';

/** Where enrichments are played, in this order. */
export const ENRICHING_HOSTS: Readonly<Record<string, (replay: Histories) => Promise<void>>> = {
  async sheets(replay) {
    // Nothing is sent: each page has its answers.
    const world = await openWorld('http://127.0.0.1:9');
    try {
      await replayEnrichments({ host: 'sheets', open: (cells) => new SheetsFile(world, cells), ...replay });
    } finally {
      await world.stop();
    }
  },
  excel: (replay) => replayEnrichments({ host: 'excel', open: (cells) => new ExcelFile(cells), ...replay }),
  workbook: replayOnGrid,
};
