import { say } from '../../errors/say';
import type { Undone } from '../../bulk/undo/undo';
import { count } from '../count';
import { isolated } from '../isolated';
import { toCreditsText, toMostText, toPlaceText, toSummaryFigures } from './bulk-text';
import type { ChooseState } from './choose-state';
import type { Left, LeftRun } from './left-run';
import { toOtherReason, toOtherTitle } from './other-run-text';
import type { Running } from './running';
import type { RunStage } from './run-stage';

/** What screen readers announce before a run, once it is ready. */
export function toChooseNews({ errand, selected, planned, preview }: ChooseState): string {
  if (errand !== null || selected === null) return '';
  if (planned === null) return toPlaceText(selected);
  if (preview !== null) return `Preview ready. It cost ${toCreditsText(preview.credits)}.`;
  return `${count(planned.plan.rows.length, 'row', 'rows')} to fill. ${toMostText(planned.price)}.`;
}

/** What screen readers announce of a run: each tenth of it, and how it ended. */
export function toRunNews(stage: RunStage): string {
  switch (stage.is) {
    case 'running':
      return toTenth(stage.running);
    case 'left': {
      const { run, end, undone } = stage.left;
      if (run.whose !== 'own') return `${toOtherTitle(run.whose)}. ${toOtherReason(run.whose)}`;
      if (run.head.isUndoing) return toUndoneNews(undone);
      const why = end?.why ?? null;
      const figures = toSummaryFigures(run.summary, why).map(([name, figure]) => `${name}: ${figure}.`);
      return [`${toLeftTitle(stage.left)}.`, why === null ? '' : say(why, 'run'), ...figures].join(' ');
    }
    case 'free':
      return stage.undone === null ? '' : toUndoneNews(stage.undone.of);
    case 'unmarked':
      return stage.sentence;
    case 'damaged':
    case 'opening':
      return '';
  }
}

export function toLeftTitle({ run, end }: Left): string {
  const place = `${isolated(run.head.sheet.name)}, ${count(run.summary.rows, 'row', 'rows')}`;
  if (run.head.isFinished) return `${isSuccess(run) ? 'Done' : 'Failed'}: ${place}`;
  if (end === null) return `Enrichment not finished: ${place}`;
  return `${end.is === 'stopped' ? 'Stopped' : 'Paused'}: ${place}`;
}

/** Whether it is done, and not without any answer because rows have failed. */
export function isSuccess({ head, summary }: Pick<LeftRun, 'head' | 'summary'>): boolean {
  const { found, notTracked, noData, failed } = summary;
  return head.isFinished && (failed.length === 0 || found + notTracked + noData > 0);
}

function toUndoneNews(undone: Undone | null): string {
  if (undone === null) return 'An undo was not finished.';
  return `${undone.isLeft ? 'Undone in part' : 'Undone'}, ${count(undone.restored, 'cell', 'cells')}.`;
}

function toTenth({ progress }: Running): string {
  if (progress === null || progress.rows === 0) return '';
  const tenths = Math.floor((10 * progress.done) / progress.rows);
  return tenths === 0 ? '' : `${tenths * 10}% of ${count(progress.rows, 'row is', 'rows are')} done.`;
}
