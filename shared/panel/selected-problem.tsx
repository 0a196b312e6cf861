import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon';
import type { PanelHost } from './panel-host';

interface Props {
  readonly host: PanelHost;
  /** Whether a person sees the panel. */
  readonly isOn: boolean;
}

/** What is wrong with the selected cell, where the cell itself may only show an error. */
export function SelectedProblem({ host, isOn }: Props) {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    setSentence('');
    return isOn ? host.onSelectedProblem?.(setSentence) : undefined;
  }, [host, isOn]);
  return (
    <div class="banners" role="status">
      {sentence !== '' && (
        <div class="banner">
          <Icon name="warning" />
          <p>Selected cell: {sentence}</p>
        </div>
      )}
    </div>
  );
}
