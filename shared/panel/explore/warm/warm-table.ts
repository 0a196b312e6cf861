import { toDay, type Cell, type Table } from '../../../cells/values';
import { count } from '../../common/words';
import type { PathFound, WarmPath } from './warm-paths';

export type WarmLayout = 'rows' | 'matrix';

/** Titles of a row for each pair. */
const ROW_TITLES = ['Account', 'Partner', 'Warm path', 'First seen', 'Last seen', 'Times seen', 'Type'];

const WORDS: Readonly<Record<PathFound['is'], string>> = {
  yes: 'yes',
  none: 'none recorded',
  notTracked: 'not tracked',
  notKnown: 'not known',
  open: 'not asked',
};

export function toWarmTable(layout: WarmLayout, paths: readonly WarmPath[]): Table {
  return layout === 'rows' ? [ROW_TITLES, ...paths.map(toRow)] : toMatrix(paths);
}

function toRow({ account, partner, found }: WarmPath): readonly Cell[] {
  const word = WORDS[found.is];
  if (found.is !== 'yes') return [account, partner, word, '', '', '', ''];
  const { first, last, observations, type } = found;
  return [account, partner, word, toDay(first) ?? '', toDay(last) ?? '', observations ?? '', type ?? ''];
}

/** A row for each account and a column for each partner. A company with itself is no pair: blank. */
function toMatrix(paths: readonly WarmPath[]): Table {
  const partners = [...new Set(paths.map(({ partner }) => partner))];
  const rows = new Map<string, Map<string, string>>();
  for (const { account, partner, found } of paths) {
    const row = rows.get(account) ?? new Map<string, string>();
    rows.set(account, row.set(partner, toText(found)));
  }
  return [
    ['Account', ...partners],
    ...[...rows].map(([account, row]) => [account, ...partners.map((partner) => row.get(partner) ?? '')]),
  ];
}

/** Such as `yes, since 2024-03-11, seen 12 times`. */
function toText(found: PathFound): string {
  if (found.is !== 'yes') return WORDS[found.is];
  const day = toDay(found.first)?.day;
  const seen = found.observations === null ? '' : `, seen ${count(found.observations, 'time', 'times')}`;
  return `${WORDS.yes}${day === undefined ? '' : `, since ${day}`}${seen}`;
}
