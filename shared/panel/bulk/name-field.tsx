import { Combobox } from './combobox';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** The names to choose from. Any other text may be typed. */
  readonly names: readonly string[];
  /** Above the names. */
  readonly title: string;
  readonly hidesLabel?: boolean;
  readonly onType: (text: string) => void;
  /** A name was chosen, or the text is complete. */
  readonly onDone?: (text: string) => void;
}

const MOST = 30;

/** A text, with names to choose from. */
export function NameField({ id, label, placeholder, text, names, title, hidesLabel = false, onType, onDone }: Props) {
  const options = names.slice(0, MOST).map((name) => ({ id: name, label: name, isOff: false }));
  return (
    <Combobox
      id={id}
      label={label}
      placeholder={placeholder}
      text={text}
      groups={options.length === 0 ? [] : [{ label: title, options }]}
      takesFirst={false}
      note=""
      hidesLabel={hidesLabel}
      onType={onType}
      onChoose={(option) => {
        onType(option.label);
        onDone?.(option.label);
        return false;
      }}
      onEnter={() => onDone?.(text)}
      onBack={() => undefined}
      onLeave={() => onDone?.(text)}
    />
  );
}
