import { useMemo, useState } from 'preact/hooks';
import { count, toSeenText } from '../../common/words';
import { Fold } from '../../common/fold';
import { InsertPart } from '../insert-part';
import { toGroups, type WarmPath, type WarmGroup } from './warm-paths';
import { toWarmTable, type WarmLayout } from './warm-table';
import { useExploring } from '../exploring';
import { Select } from '../../common/fields/controls';
import { LinkButton } from '../../common/press-button';

interface Props {
  readonly paths: readonly WarmPath[];
  /** Whether more answers are on their way: until then nothing is inserted. */
  readonly isBusy: boolean;
}

/** More are slow to draw; all of them are inserted. */
const MOST_SHOWN = 100;

const LAYOUTS: readonly (readonly [layout: WarmLayout, label: string])[] = [
  ['rows', 'Rows: one for each pair'],
  ['matrix', 'Matrix: accounts down, partners across'],
];

/** The answers so far: warm paths first. */
export function WarmAnswers({ paths, isBusy }: Props) {
  const [layout, setLayout] = useState<WarmLayout>('rows');
  const table = useMemo(() => toWarmTable(layout, paths), [layout, paths]);
  const size = layout === 'rows' ? count(paths.length, 'row', 'rows') : `${table.length} × ${table[0]!.length} cells`;
  return (
    <>
      {toGroups(paths).map((group) => (
        <Group key={group.title} group={group} />
      ))}
      {!isBusy && (
        <>
          <label>
            Insert as
            <Select value={layout} choices={LAYOUTS} onChoose={setLayout} />
          </label>
          <InsertPart
            key={`${layout} ${paths.filter(({ found }) => found.is === 'open').length}`}
            formula={null}
            table={table}
            what={size}
            title="Warm paths"
          />
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: WarmGroup;
}

function Group({ group: { title, isWarm, paths } }: GroupProps) {
  const counted = (
    <>
      {title} <span class="badge">{paths.length.toLocaleString('en-US')}</span>
    </>
  );
  return (
    <Fold style="explore-group" title={counted} isOpenAtFirst={isWarm}>
      <ul class="explore-list">
        {paths.slice(0, MOST_SHOWN).map((path) => (
          <Line key={`${path.account} ${path.partner}`} path={path} />
        ))}
      </ul>
      {paths.length > MOST_SHOWN && (
        <p class="hint">and {(paths.length - MOST_SHOWN).toLocaleString('en-US')} more. Insert them to see all.</p>
      )}
    </Fold>
  );
}

function Line({ path: { account, partner, found } }: { readonly path: WarmPath }) {
  const exploring = useExploring();
  const open = (): void => exploring.open({ is: 'company', identifier: account });
  return (
    <li>
      <span>
        <LinkButton onPress={open}>{account}</LinkButton> and {partner}
      </span>
      {found.is === 'yes' && (
        <>
          {found.type !== null && <span class="badge">{found.type}</span>}
          <span class="hint explore-line">
            {[
              toSeenText(found.first, found.last),
              found.observations === null ? '' : `seen ${count(found.observations, 'time', 'times')}`,
            ]
              .filter((each) => each !== '')
              .join(' · ')}
          </span>
        </>
      )}
    </li>
  );
}
