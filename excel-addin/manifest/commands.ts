import type { CommandId } from '../command-goals';

export interface Command {
  /** Of its action, which `taskpane.js` registers. */
  readonly action: CommandId;
  /** Of its control, and of its texts and pictures. */
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  /** Of `assets`, without size. */
  readonly icon: IconName;
}

/** Each has a picture in all sizes of the ribbon: `npm run icons`. */
export const COMMAND_ICONS = ['enrich', 'explore', 'formula', 'waiting', 'retry', 'freeze', 'test', 'help'] as const;
type IconName = (typeof COMMAND_ICONS)[number];

/** The groups of the ribbon's tab, in their order. */
export const RIBBON: readonly { readonly id: string; readonly label: string; readonly commands: readonly Command[] }[] =
  [
    {
      id: 'Companies',
      label: 'Companies',
      commands: [
        {
          action: 'TraceEnrich',
          id: 'Enrich',
          label: 'Enrich',
          tooltip: 'Add columns to the selected companies. You see the price first.',
          icon: 'enrich',
        },
        {
          action: 'TraceExplore',
          id: 'Explore',
          label: 'Explore',
          tooltip: 'Look up a company, technology or vendor.',
          icon: 'explore',
        },
        {
          action: 'TraceFormula',
          id: 'Formula',
          label: 'Formula',
          tooltip: 'Build a Trace formula for the selected cells.',
          icon: 'formula',
        },
      ],
    },
    {
      id: 'Cells',
      label: 'Cells',
      commands: [
        {
          action: 'TraceFetchWaiting',
          id: 'FetchWaiting',
          label: 'Fetch waiting',
          tooltip: 'See which cells wait for approval, and what they cost.',
          icon: 'waiting',
        },
        {
          action: 'TraceRetry',
          id: 'Retry',
          label: 'Retry problems',
          tooltip: 'See which Trace cells show a problem, and calculate them again.',
          icon: 'retry',
        },
        {
          action: 'TraceFreeze',
          id: 'Freeze',
          label: 'Freeze',
          tooltip: 'Turn Trace formulas into the values they show, and back.',
          icon: 'freeze',
        },
      ],
    },
    {
      id: 'Support',
      label: 'Help',
      commands: [
        {
          action: 'TraceSelfTest',
          id: 'SelfTest',
          label: 'Self-test',
          tooltip: 'Insert a sheet of formulas that shows whether every Trace function answers here.',
          icon: 'test',
        },
        {
          action: 'TraceHelp',
          id: 'Help',
          label: 'Help',
          tooltip: 'All functions with examples, and how to get support.',
          icon: 'help',
        },
      ],
    },
  ];

/** The menu of a cell. */
export const CELL_MENU: readonly Command[] = [
  {
    action: 'TraceEnrich',
    id: 'CellEnrich',
    label: 'Enrich selection',
    tooltip: 'Add columns to the selected companies. You see the price first.',
    icon: 'enrich',
  },
  {
    action: 'TraceExploreCell',
    id: 'CellExplore',
    label: 'Explore this company',
    tooltip: 'Look up the company in this cell. You see the price first.',
    icon: 'explore',
  },
];

/**
 * Keys for commands. Without a digit or letter that Ctrl+Alt (AltGr) types in some language, and none of Excel's own:
 * https://learn.microsoft.com/office/dev/add-ins/design/keyboard-shortcuts.
 */
const KEYS: readonly { readonly action: CommandId; readonly name: string; readonly key: string }[] = [
  { action: 'TraceEnrich', name: 'Enrich the selected companies', key: 'Ctrl+Alt+Shift+E' },
  { action: 'TraceExploreCell', name: 'Explore the company in the active cell', key: 'Ctrl+Alt+Shift+X' },
  { action: 'TraceFormula', name: 'Build a Trace formula', key: 'Ctrl+Alt+Shift+F' },
];

/**
 * The file that `ExtendedOverrides` names: https://developer.microsoft.com/json-schemas/office-js/extended-manifest.schema.json.
 *
 * @param say the names, which Excel lists among its shortcuts, in another language
 */
export function toShortcuts(say = (english: string): string => english): string {
  const actions = KEYS.map(({ action, name }) => ({ id: action, type: 'ExecuteFunction', name: say(name) }));
  const shortcuts = KEYS.map(({ action, key }) => ({ action, key: { default: key } }));
  return `${JSON.stringify({ actions, shortcuts }, null, 2)}\n`;
}
