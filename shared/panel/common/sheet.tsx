import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from './bulk-engine';
import { makeShared } from './shared-value';

const [EngineProvider, useEngine] = makeShared<BulkEngine>();

/** What works in the sheet of this part of the panel. */
export const useSheet = useEngine;

interface Props {
  readonly host: BulkHost;
  readonly children: ComponentChildren;
}

/** Gives a part of the panel its sheet, where tasks run one after another. */
export function Sheet({ host, children }: Props) {
  const engine = useMemo(() => new BulkEngine(host), [host]);
  return <EngineProvider value={engine}>{children}</EngineProvider>;
}
