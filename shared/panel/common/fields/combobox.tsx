import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nextActive, type ComboGroup, type ComboOption } from './combo-option';
import { count } from '../words';
import { Said } from '../outcome';

interface ComboboxProps<O extends ComboOption> {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly groups: readonly ComboGroup<O>[];
  /** Whether Enter takes the first option while something is typed; otherwise it takes the text itself. */
  readonly takesFirst: boolean;
  /** A note below the list; `''`: nothing. */
  readonly note: string;
  readonly onType: (text: string) => void;
  /** Also called for an option that is off, to say why. Returns whether the list stays open. */
  readonly onChoose: (option: O) => boolean;
  /** Called by Enter, with no option marked. */
  readonly onEnter?: () => void;
  /** Called by Escape, with the list closed. */
  readonly onBack?: () => void;
  readonly onLeave?: () => void;
  /** Whether the label is only read out. */
  readonly hidesLabel?: boolean;
  /** In characters; 100 unless told. */
  readonly longest?: number;
  /** Whether the list pushes down what is below, such as a button, instead of covering it. */
  readonly isInFlow?: boolean;
}

/**
 * Acts at once, or after the press that is under way: a button that moves up while it is pressed is not clicked.
 *
 * @param isOn whether presses are noticed
 */
function useAfterPress(isOn: boolean): (act: () => void) => void {
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const press = ({ type }: Event): void => void (isPressed.current = type === 'pointerdown');
    const heard = ['pointerdown', 'pointerup', 'pointercancel'] as const;
    for (const name of heard) document.addEventListener(name, press, true);
    return () => {
      isPressed.current = false;
      for (const name of heard) document.removeEventListener(name, press, true);
    };
  }, [isOn]);
  return (act) => {
    if (!isPressed.current) return act();
    // The click follows in the same task.
    document.addEventListener('pointerup', () => setTimeout(act), { once: true });
  };
}

/** A text field with a list to choose from: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Combobox<O extends ComboOption>(props: ComboboxProps<O>) {
  const {
    id,
    label,
    placeholder,
    text,
    groups,
    takesFirst,
    note,
    onType,
    onChoose,
    onEnter,
    onBack,
    onLeave,
    hidesLabel = false,
    longest = 100,
    isInFlow = false,
  } = props;
  const [isOpen, setOpen] = useState(false);
  /** The id of the option that an arrow key has marked: options that arrive later move it to another place. */
  const [active, setActive] = useState<string | null>(null);
  const afterPress = useAfterPress(isInFlow && isOpen);
  const list = useRef<HTMLDivElement>(null);
  const options = groups.flatMap((group) => group.options);
  const hasList = isOpen && (options.length > 0 || note !== '');
  // A note without options has room of its own, and keeps it: it must not cover or move what is below.
  const isNote = options.length === 0 && note !== '' && (isOpen || text.trim() !== '');
  const activeAt = options.findIndex((option) => option.id === active);
  const marked = takesFirst && text.trim() !== '' && activeAt < 0 ? 0 : activeAt;
  const chosen = hasList ? options[marked] : undefined;
  // Before the next key, which may come sooner than the next frame.
  useLayoutEffect(() => setActive(null), [text, label]);
  useLayoutEffect(() => {
    if (hasList) list.current?.scrollIntoView({ block: 'nearest' });
  }, [hasList]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id, hasList]);
  const choose = (option: O): void => {
    setOpen(onChoose(option));
  };
  const step = (by: 1 | -1): void => {
    setActive(options[nextActive(options.length, isOpen ? marked : -1, by)]?.id ?? null);
    setOpen(true);
  };
  const press = (event: KeyboardEvent): void => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => (chosen === undefined ? onEnter?.() : choose(chosen)),
      Escape: () => (hasList ? setOpen(false) : onBack?.()),
    };
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  let at = -1;
  return (
    <div class="combo">
      <label for={id} class={hidesLabel ? 'unseen' : ''}>
        {label}
      </label>
      <input
        id={id}
        class="text"
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        maxLength={longest}
        placeholder={placeholder}
        value={text}
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={`${id}-list`}
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${id}-${marked}` })}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          afterPress(() => setOpen(false));
          onLeave?.();
        }}
      />
      {/* A click in it must not take the focus from the field. */}
      <div
        class={isNote ? 'combo-list is-note' : isInFlow ? 'combo-list is-in-flow' : 'combo-list'}
        hidden={!hasList && !isNote}
        ref={list}
        onMouseDown={(event) => event.preventDefault()}
      >
        <div id={`${id}-list`} class="combo-options" role="listbox" aria-label="Choices">
          {hasList &&
            groups.map((group, number) => (
              <div key={group.label} role="group" aria-labelledby={`${id}-group-${number}`}>
                <div id={`${id}-group-${number}`} class="combo-group" role="presentation">
                  {group.label}
                </div>
                {group.options.map((option) => {
                  at += 1;
                  const own = at;
                  return (
                    <div
                      key={option.id}
                      id={`${id}-${own}`}
                      class="combo-option"
                      role="option"
                      aria-selected={own === marked}
                      aria-disabled={option.isOff}
                      onClick={() => choose(option)}
                    >
                      {option.label}
                      {(option.isOff || option.price !== undefined) && ' '}
                      {option.isOff && <span class="badge">added</span>}
                      {!option.isOff && option.price !== undefined && <span class="price">{option.price}</span>}
                    </div>
                  );
                })}
              </div>
            ))}
        </div>
        {note !== '' && <p class="note">{note}</p>}
      </div>
      <Said style="unseen">
        {hasList && text.trim() !== '' ? [count(options.length, 'choice', 'choices'), note].join('. ') : ''}
      </Said>
    </div>
  );
}

interface NameFieldProps {
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
export function NameField({
  id,
  label,
  placeholder,
  text,
  names,
  title,
  hidesLabel = false,
  onType,
  onDone,
}: NameFieldProps) {
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
      onLeave={() => onDone?.(text)}
    />
  );
}
