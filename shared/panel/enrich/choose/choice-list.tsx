import { useRef, useState } from 'preact/hooks';
import { plainTitleOf, titleOf, type Choice } from '../../../enrich/plan/column-spec';
import { MAX_TITLE_LENGTH, withTitle } from '../../../enrich/plan/own-title';
import type { Target } from '../../../enrich/plan/plan';
import { isTitleTaken, moved } from './choice-menu';
import { toTargetText } from '../target-text';
import { Said } from '../../common/outcome';

interface Props {
  readonly choices: readonly Choice[];
  /** The place of each in the sheet; `null` while that is worked out. */
  readonly targets: readonly Target[] | null;
  /** What each adds to the price. */
  readonly prices: readonly string[];
  readonly onChange: (choices: readonly Choice[]) => void;
}

/**
 * The chosen columns, in order, with their places and prices: retitled by typing, and reordered by buttons, by Alt and the
 * arrow keys, or by dragging.
 */
export function ChoiceList({ choices, targets, prices, onChange }: Props) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<number | null>(null);
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= choices.length) return;
    onChange(moved(choices, from, to));
    setSaid(`${titleOf(choices[from]!)} is column ${to + 1} of ${choices.length}.`);
    // The focus stays with the moved column.
    requestAnimationFrame(() => list.current?.children[to]?.querySelector<HTMLElement>('[data-title]')?.focus());
  };
  const remove = (index: number): void => {
    onChange(choices.filter((_choice, at) => at !== index));
    setSaid(`${titleOf(choices[index]!)} is removed.`);
    requestAnimationFrame(() => {
      const next = list.current?.children[Math.min(index, choices.length - 2)];
      (next?.querySelector<HTMLElement>('[data-title]') ?? document.getElementById('add-column'))?.focus();
    });
  };
  /** Returns the title that the column then has. */
  const retitle = (index: number, typed: string): string => {
    const before = choices[index]!;
    const after = withTitle(before, typed);
    const title = titleOf(after);
    const others = choices.filter((_choice, at) => at !== index);
    if (isTitleTaken(others, title)) {
      setSaid(`Another column is already called ${title}.`);
      return titleOf(before);
    }
    if (title === titleOf(before)) return title;
    onChange(choices.map((choice, at) => (at === index ? after : choice)));
    setSaid(`${titleOf(before)} is now called ${title}.`);
    return title;
  };
  return (
    <>
      <ol ref={list} class="choices" aria-label="Columns to add">
        {choices.map((choice, index) => {
          const title = titleOf(choice);
          return (
            <li
              key={plainTitleOf(choice)}
              draggable
              onDragStart={() => (dragged.current = index)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current !== null) move(dragged.current, index);
                dragged.current = null;
              }}
            >
              <TitleField
                title={title}
                place={`column ${index + 1} of ${choices.length}`}
                onTitle={(typed) => retitle(index, typed)}
                onMove={(by) => move(index, index + by)}
              />
              <IconButton
                name={`Move ${title} up`}
                path="M8 13V3M3.5 7.5L8 3l4.5 4.5"
                isOff={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                name={`Move ${title} down`}
                path="M8 3v10M3.5 8.5L8 13l4.5-4.5"
                isOff={index === choices.length - 1}
                onClick={() => move(index, index + 1)}
              />
              <IconButton
                name={`Remove ${title}`}
                path="M4 4l8 8M12 4l-8 8"
                isOff={false}
                onClick={() => remove(index)}
              />
              <p class="place">
                <Place target={targets?.[index]} choice={choice} />
                <span>{prices[index]}</span>
              </p>
            </li>
          );
        })}
      </ol>
      <Said style="unseen">{said}</Said>
    </>
  );
}

interface PlaceProps {
  readonly target: Target | undefined;
  readonly choice: Choice;
}

/** `C new`, or what it fills: `fills C Headcount`. */
function Place({ target, choice }: PlaceProps) {
  if (target === undefined) return <span aria-hidden="true">…</span>;
  const text = toTargetText(target, choice);
  if (!target.isNew) return <span>fills {text}</span>;
  return (
    <span>
      {text} <span class="badge">new</span>
    </span>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly place: string;
  /** Returns the title that the column then has. */
  readonly onTitle: (typed: string) => string;
  readonly onMove: (by: 1 | -1) => void;
}

/** Keeps what is typed while the panel is redrawn, such as when a price arrives. */
function TitleField({ title, place, onTitle, onMove }: TitleFieldProps) {
  const [typed, setTyped] = useState({ title, text: title });
  // No effect: it would run a moment after the field is drawn, and replace what was typed in between.
  const type = (text: string, of = title): void => setTyped({ title: of, text });
  const retitle = (text: string): void => {
    const next = onTitle(text);
    type(next, next);
  };
  return (
    <input
      data-title
      type="text"
      value={typed.title === title ? typed.text : title}
      maxLength={MAX_TITLE_LENGTH}
      aria-label={`${title}, ${place}; type a new title, or move it by Alt and arrow keys`}
      title="Type a new title"
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onChange={({ currentTarget }) => retitle(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') return retitle(event.currentTarget.value);
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    />
  );
}

interface IconButtonProps {
  readonly name: string;
  /** In a drawing of 16 by 16. */
  readonly path: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function IconButton({ name, path, isOff, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon" aria-label={name} title={name} aria-disabled={isOff} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      </svg>
    </button>
  );
}
