import { toVerdictText } from '../state/key-state';
import { count, toPriceText } from '../common/words';
import type { HostFault } from '../bulk-host';
import { placeOf } from '../common/insert/insertion';
import { toReasons, type Reason } from '../state/problem-reasons';
import { toReasonText } from '../state/spending-text';
import type { CellPlace } from '../cell/selected-cell';
import type { Examined } from './examine';

/** What helps: a place in the panel, or something that *Repair* does. */
export type Fix = 'key' | 'waiting' | 'recalculate' | 'clearKeys' | 'reconnect';

/** One thing that is wrong, and what to do. */
export interface Finding {
  /** Never has contents of cells. */
  readonly title: string;
  readonly text: string;
  readonly fix: Fix | null;
  /** The label of the button; `''`: there is none. */
  readonly button: string;
  /** The first cell that it is about; absent: it is about none, or the host does not say which. */
  readonly cell?: CellPlace;
}

const FAULTS: Readonly<Record<HostFault, readonly [title: string, text: string]>> = {
  functionsOutdated: [
    'Formulas and this panel are different versions',
    'The panel cannot see which cells are waiting for approval or show problems. Close the workbook and open it again.',
  ],
  manualCalculation: [
    'Excel is set to manual calculation',
    'Formulas stay as they are until you press F9. Choose Formulas › Calculation Options › Automatic.',
  ],
  storageForbidden: [
    'The browser blocks storage',
    'Your key and answers are lost when the panel closes. Allow cookies and site data for this page.',
  ],
  answersUnreadable: [
    'Saved answers cannot be read',
    'Formulas fetch their answers again. Companies paid for within 30 days stay free. Close the panel and open it again.',
  ],
  noPropertiesInFormulas: [
    'Google gives formulas no properties of this file',
    'Trace keeps their spending in the account of the owner. Formulas of other people fetch only under Freely.',
  ],
  noCacheInFormulas: [
    'Google gives formulas no cache of this file',
    'Trace saves answers in the cache of the owner. Insert the self-test again to check all formulas.',
  ],
  noLockInFormulas: [
    'Google gives formulas no lock of this file',
    'Trace takes turns without it. Two formulas may rarely fetch at once, and spend a little more than the limit.',
  ],
  undoLost: [
    'The last enrichment cannot be undone',
    'Excel lost what Trace saved in this workbook. The cells keep their values. For older ones, use the version history.',
  ],
};

/** What was found, the most urgent first. Empty: nothing is wrong. */
export function toFindings(examined: Examined): readonly Finding[] {
  const { key, problems, faults, keys } = examined;
  const reasons = problems?.ok === true ? toReasons(problems.value) : [];
  return [
    ...ofKeysInCells(keys),
    ...(!key.ok
      ? [plain('Your key could not be read', key.sentence)]
      : key.value.hasKey
        ? ofVerdict(examined)
        : [NO_KEY]),
    ...ofRefusals(examined, reasons),
    ...(faults.ok
      ? faults.value.map((fault) => plain(...FAULTS[fault]))
      : [plain('This file could not be checked', faults.sentence)]),
    ...ofWaiting(examined, reasons),
    ...ofCells(reasons, examined.retryPrice),
    ...ofDisconnected(examined),
    ...(problems?.ok === false ? [plain('Cells cannot be read', problems.sentence)] : []),
    ...ofRoutes(examined),
  ];
}

function plain(title: string, text: string): Finding {
  return { title, text, fix: null, button: '' };
}

const NO_KEY: Finding = {
  title: 'No API key is set',
  text: 'Without one, formulas show only saved answers.',
  fix: 'key',
  button: 'Set key',
};

function ofVerdict({ verdict }: Examined): readonly Finding[] {
  if (verdict === null) return [];
  if (!verdict.ok) return [plain('The key could not be tested', verdict.sentence)];
  const { value } = verdict;
  switch (value.is) {
    case 'works':
      return [];
    case 'refused':
      return [{ title: 'The API key does not work', text: toVerdictText(value), fix: 'key', button: 'Replace key' }];
    case 'untested':
      return [plain('Trace could not test the key', toVerdictText(value))];
  }
}

/** Credits and limits of the account. */
function ofRefusals({ requests }: Examined, reasons: readonly Reason[]): readonly Finding[] {
  // The test of the key asks for a company that does not exist.
  const last = requests.find(({ outcome }) => outcome !== 404)?.outcome;
  const isOut = reasons.some(({ why }) => why === 'noCredits') || last === 402;
  const isLimited = last === 429;
  return [
    ...(isOut
      ? [
          {
            ...plain(
              'The account has no credits left',
              'Top up at app.tracedata.ai, under Settings > Usage & Credits, then choose Retry problems. Nothing was charged for what failed.',
            ),
            ...firstOf(reasons.filter(({ why }) => why === 'noCredits')),
          },
        ]
      : []),
    ...(isLimited ? [plain('Too many requests', 'Wait a minute, then choose Retry problems.')] : []),
  ];
}

function ofWaiting({ status }: Examined, reasons: readonly Reason[]): readonly Finding[] {
  if (status === null || status.waiting.cells === 0) return [];
  const cells = count(status.waiting.cells, 'cell is waiting', 'cells are waiting');
  return [
    {
      title: cells,
      text: toReasonText(status),
      fix: 'waiting',
      button: 'Open Activity',
      ...firstOf(reasons.filter(({ why }) => why === 'waits')),
    },
  ];
}

function ofCells(reasons: readonly Reason[], most: Examined['retryPrice']): readonly Finding[] {
  // Missing credits have a line of their own.
  const retried = reasons.filter(({ why, help }) => help === 'retry' && why !== 'noCredits');
  const cells = retried.reduce((sum, reason) => sum + reason.cells, 0);
  const correct = reasons.find(({ help }) => help === 'correct');
  const told = retried.map(
    (reason) => `${reason.title === '' ? 'unknown' : reason.title.toLowerCase()}: ${reason.cells}`,
  );
  return [
    ...(cells > 0
      ? [
          {
            title: `${count(cells, 'cell has', 'cells have')} no answer`,
            text: `${capital(told.join(', '))}. Recalculating keeps saved answers free; new ones count toward your limits.`,
            fix: 'recalculate' as const,
            button: `Recalculate ${count(cells, 'cell', 'cells')} · ${toRecalculationPrice(most)}`,
            ...firstOf(retried),
          },
        ]
      : []),
    ...(correct === undefined
      ? []
      : [
          {
            ...plain(
              `${count(correct.cells, 'cell needs', 'cells need')} a correction`,
              'The formula or its input is wrong. Each cell says what to change.',
            ),
            ...firstOf([correct]),
          },
        ]),
  ];
}

function ofKeysInCells(keys: Examined['keys']): readonly Finding[] {
  if (!keys.ok) return [plain('Cells were not searched for keys', keys.sentence)];
  if (keys.value.length === 0) return [];
  const cells = keys.value;
  const names = cells.slice(0, 3).map(placeOf);
  const more = cells.length > 3 ? ` and ${cells.length - 3} more` : '';
  return [
    {
      title: `${count(cells.length, 'cell holds', 'cells hold')} an API key`,
      text: `${names.join(', ')}${more}. Anyone with this file can use it. Clear the cells, then replace the key at app.tracedata.ai.`,
      fix: 'clearKeys',
      button: `Clear ${count(cells.length, 'cell', 'cells')}`,
      cell: cells[0]!,
    },
  ];
}

function ofDisconnected({ disconnected }: Examined): readonly Finding[] {
  if (disconnected === null) return [];
  if (!disconnected.ok) return [plain('Formulas could not be read', disconnected.sentence)];
  const { formulas, first } = disconnected.value;
  if (first === null) return [];
  return [
    {
      title: `${count(formulas, 'formula', 'formulas')} came from another program`,
      text: 'They no longer update. Reconnecting shows the price first.',
      fix: 'reconnect',
      button: 'Reconnect formulas',
      cell: first,
    },
  ];
}

function ofRoutes({ requests }: Examined): readonly Finding[] {
  const missing = new Set(requests.filter(({ isRouteMissing }) => isRouteMissing).map(({ operation }) => operation));
  if (missing.size === 0) return [];
  return [
    plain(
      'Trace does not support everything here',
      `Not available for this account: ${[...missing].join(', ')}. Trace uses another way where there is one.`,
    ),
  ];
}

function firstOf(reasons: readonly Reason[]): Pick<Finding, 'cell'> {
  const cell = reasons.find(({ first }) => first !== undefined)?.first;
  return cell === undefined ? {} : { cell };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What recalculating cells costs at most, as the end of a button's label. @param most in credits; `null`: unknown */
function toRecalculationPrice(most: number | null): string {
  return most === null ? 'price known only after paying' : toPriceText(most);
}
