import { useState } from 'preact/hooks';
import { recipeOf, type RecipeId } from '../../recipes/index';
import type { TypedAnswers } from '../../recipes/read-answers';
import { attempt } from '../common/bulk-engine';
import { Outcome, useErrand } from '../common/outcome';
import { LinkButton, PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { UnknownName } from '../common/unknown-name';
import { isolated } from '../common/words';
import { withNameInText } from '../formula/draft';
import { placeFormulas, placeValues } from './place-sheet';
import { RecipePicture } from './recipe-picture';
import { RecipeQuestion } from './recipe-question';
import { toButtonPrice, toPriceSentence, type MadeAs } from './recipe-text';
import { usePlannedSheet } from './use-planned-sheet';
import { Select } from '../common/fields/controls';

interface Props {
  readonly id: RecipeId;
  /** What is filled in already. */
  readonly given: TypedAnswers;
  readonly onBack: () => void;
}

const FILLINGS: readonly (readonly [as: MadeAs, label: string])[] = [
  ['formulas', 'Formulas, which stay up to date'],
  ['values', 'Values, which stay as they are'],
];

/** One recipe: its picture, its questions, its price, and the button that makes its sheet. */
export function RecipeForm({ id, given, onBack }: Props) {
  const engine = useSheet();
  const recipe = recipeOf(id);
  const [typed, setTyped] = useState<TypedAnswers>(given);
  const [as, setAs] = useState<MadeAs>('formulas');
  const [made, setMade] = useState<{ readonly name: string; readonly problem: string } | null>(null);
  const errand = useErrand();
  const planned = usePlannedSheet(recipe, typed);
  const ready = planned?.is === 'ready' ? planned : null;
  const answer = (question: string, text: string): void => {
    setMade(null);
    errand.clear();
    setTyped((now) => ({ ...now, [question]: text }));
  };
  const make = (): void => {
    if (ready === null) return;
    setMade(null);
    const { sheet, price } = ready;
    errand.run(
      'Making the sheet…',
      () =>
        attempt(async () =>
          as === 'values'
            ? placeValues(engine, sheet, price.most)
            : { name: await placeFormulas(engine, sheet), problem: '' },
        ),
      setMade,
    );
  };
  return (
    <>
      <div class="card recipes">
        <LinkButton onPress={onBack}>All recipes and functions</LinkButton>
        <h3 id="recipe-title" class="source" tabIndex={-1}>
          {recipe.title}
        </h3>
        <p class="hint">{recipe.about}</p>
        <RecipePicture of={id} />
        {recipe.questions.map((question) => (
          <RecipeQuestion
            key={question.id}
            question={question}
            readsSelection={question === recipe.questions[0]}
            text={typed[question.id] ?? ''}
            problem={planned?.is === 'refused' ? planned.problems.get(question.id) : undefined}
            onType={(text) => answer(question.id, text)}
          />
        ))}
        {planned?.is === 'unknown' && (
          <UnknownName
            error={planned.error}
            onUse={(wrong, name) =>
              setTyped((now) =>
                Object.fromEntries(Object.entries(now).map(([key, text]) => [key, withNameInText(text, wrong, name)])),
              )
            }
          />
        )}
      </div>
      <section aria-label="The sheet">
        <label for="recipe-as">Fill it with</label>
        <Select id="recipe-as" value={as} choices={FILLINGS} onChoose={setAs} />
        <p>{ready === null ? recipe.costs : toPriceSentence(ready.price, as)}</p>
        {planned?.is === 'open' && <p class="hint">Fill in the fields above to see the price.</p>}
        <div class="buttons">
          <PressButton isMain isOff={ready === null || errand.isBusy} onPress={make}>
            {ready === null ? 'Make sheet' : `Make sheet · ${toButtonPrice(ready.price, as)}`}
          </PressButton>
        </div>
        <Outcome
          isBusy={errand.isBusy}
          said={made === null ? errand.said : `Added the sheet ${isolated(made.name)}.`}
          problem={made?.problem || errand.problem}
        />
        {made !== null && (
          <>
            <h4>What to change there</h4>
            <ul class="recipe-changes">
              {recipe.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
