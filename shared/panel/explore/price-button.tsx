import { PressButton } from '../common/press-button';
import { toMostPrice } from './explore-text';

interface Props {
  readonly label: string;
  /** The most that it costs, in credits. */
  readonly credits: number;
  readonly isBusy: boolean;
  readonly isMain?: boolean;
  readonly onPress: () => void;
}

/** A button with its price. */
export function PriceButton({ label, credits, isBusy, isMain = false, onPress }: Props) {
  return (
    <PressButton isMain={isMain} isOff={isBusy} onPress={onPress}>
      {label} · {toMostPrice(credits)}
    </PressButton>
  );
}
