/** One line of a combobox's list. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** It is chosen already. */
  readonly isOff: boolean;
  /** What it costs, in a few words; absent: nothing is said of it. */
  readonly price?: string;
}

export interface ComboGroup<O extends ComboOption = ComboOption> {
  readonly label: string;
  readonly options: readonly O[];
}

/** The option that the arrow keys reach from another one, around the ends; -1: there is none. */
export function nextActive(count: number, active: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}
