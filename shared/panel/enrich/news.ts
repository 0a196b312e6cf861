import { say } from '../../errors/say';
import type { Enrichment } from '../../enrich/enrichment';
import type { Undone } from '../../enrich/undo/undo';
import { toSourceText } from '../common/selection/source-text';
import { count, isolated } from '../common/words';
import { toMostText, toResultText } from './run-text';
import type { ChooseState } from './choose/choose-state';
import { isDone, isUndoing, summaryOf, type Ended, type Running, type RunStage } from './run-stage';
import { OTHER_REASON, toOtherTitle } from './other-run-text';

/** What screen readers announce before a run, once it is ready. */
export function toChooseNews({ errand, selected, planned }: ChooseState): string {
  if (errand !== null || selected === null) return '';
  if (planned === null) return toSourceText(selected);
  return `${count(planned.plan.rows.length, 'row', 'rows')} to fill. ${toMostText(planned.price)}.`;
}

/** What screen readers announce of a run: each tenth of it, and how it ended. */
export function toRunNews(stage: RunStage): string {
  switch (stage.is) {
    case 'running':
      return toTenth(stage.running);
    case 'ended': {
      const { enrichment, end, undone } = stage.ended;
      if (!enrichment.isOwn) return `${toOtherTitle(enrichment.head)} ${OTHER_REASON}`;
      if (isUndoing(enrichment)) return toUndoneNews(undone);
      const why = end?.why ?? null;
      const reason = why === null ? '' : ` ${say(why, 'run')}`;
      return `${toEndedTitle(stage.ended)}.${reason} ${toResultText(enrichment, why)}`;
    }
    case 'free':
      return stage.undone === null ? '' : toUndoneNews(stage.undone);
    case 'damaged':
    case 'opening':
      return '';
  }
}

export function toEndedTitle({ enrichment, end }: Ended): string {
  const place = `${isolated(enrichment.head.sheet.name)}, ${count(summaryOf(enrichment).rows, 'row', 'rows')}`;
  if (isDone(enrichment)) return `${isSuccess(enrichment) ? 'Done' : 'Failed'}: ${place}`;
  if (end === null) return `Enrichment not finished: ${place}`;
  if (end.is === 'preview') return `Preview: ${place}`;
  return `${end.is === 'stopped' ? 'Stopped' : 'Paused'}: ${place}`;
}

/** Whether it is done, and not without any answer because rows have failed or are protected. */
export function isSuccess(enrichment: Enrichment): boolean {
  const { found, notTracked, noData, failed, open } = summaryOf(enrichment);
  return isDone(enrichment) && (failed.length + open === 0 || found + notTracked + noData > 0);
}

function toUndoneNews(undone: Undone | null): string {
  if (undone === null) return 'An undo was not finished.';
  return `${undone.isWhole ? 'Undone' : 'Partly undone'}, ${count(undone.restored, 'cell', 'cells')}.`;
}

function toTenth({ progress }: Running): string {
  if (progress === null || progress.rows === 0) return '';
  const tenths = Math.floor((10 * progress.done) / progress.rows);
  return tenths === 0 ? '' : `${tenths * 10}% of ${count(progress.rows, 'row is', 'rows are')} done.`;
}
