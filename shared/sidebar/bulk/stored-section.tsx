import { useEffect, useState } from 'preact/hooks';
import type { BulkHost, CacheSize } from '../bulk-host';
import { count } from '../count';
import { attempt } from './bulk-engine';

interface Props {
  readonly host: BulkHost;
  /** Changes when another key is set, whose answers are others. */
  readonly keyNews: string;
  readonly onRemoved: () => void;
}

/** What is remembered, and how to be rid of it. */
export function StoredSection({ host, keyNews, onRemoved }: Props) {
  const [size, setSize] = useState<CacheSize | null>(null);
  const [asked, setAsked] = useState<'clear' | 'remove' | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const look = (): void => {
    void attempt(() => host.cacheSize()).then((read) => setSize(read.ok ? read.value : null));
  };
  useEffect(look, [host, keyNews]);
  const act = async (done: string, doIt: () => Promise<void>): Promise<void> => {
    setAsked(null);
    setSaid('One moment…');
    setProblem('');
    const ended = await attempt(doIt);
    setSaid(ended.ok ? done : '');
    setProblem(ended.ok ? '' : ended.error.message);
    look();
  };
  return (
    <section aria-labelledby="stored-title">
      <h2 id="stored-title">What is remembered</h2>
      {size !== null && <p>{toSizeText(size)}</p>}
      <div class="buttons">
        <button type="button" onClick={() => setAsked('clear')}>
          Clear answers
        </button>
        <button type="button" onClick={() => setAsked('remove')}>
          Remove Trace from this file
        </button>
      </div>
      {asked === 'clear' && (
        <Question
          text="Formulas ask Trace again when they are calculated. What was paid for within 30 days costs nothing; the rest does."
          action="Clear the answers"
          onAct={() => void act('The answers are cleared.', () => host.clearCache())}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && (
        <Question
          text="This takes away the journal of a run, the answers, the books, the limits and your key. Cells stay as they are, but formulas will say that no key is set, and no run can be undone any more."
          action="Remove it all"
          onAct={() =>
            void act('Trace is removed from this file.', async () => {
              await host.removeTrace();
              onRemoved();
            })
          }
          onCancel={() => setAsked(null)}
        />
      )}
      <p role="status">{said}</p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}

interface QuestionProps {
  readonly text: string;
  readonly action: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

function Question({ text, action, onAct, onCancel }: QuestionProps) {
  return (
    <div class="asked" role="group" aria-label={action}>
      <p>{text}</p>
      <div class="buttons">
        <button type="button" onClick={onAct}>
          {action}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function toSizeText({ answers, characters }: CacheSize): string {
  const kilobytes = characters === null ? '' : `, ${count(Math.ceil(characters / 1_024), 'KB', 'KB')}`;
  return answers === null ? 'Answers are remembered.' : `${count(answers, 'answer', 'answers')}${kilobytes}.`;
}
