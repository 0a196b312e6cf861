import type { NameKind } from '../../functions/names/name-verdict';
import type { AnswerProblem } from '../../recipes/read-answers';
import type { Question } from '../../recipes/recipe';
import { CompaniesField } from '../common/fields/companies-field';
import { NameField } from '../formula/formula-fields';
import { toAnswerText } from './recipe-text';

interface Props {
  readonly question: Question;
  readonly text: string;
  /** Whether the selected column fills it at once: only one question means that column. */
  readonly readsSelection: boolean;
  readonly problem: AnswerProblem | undefined;
  readonly onType: (text: string) => void;
}

export const KINDS_OF_QUESTIONS: Readonly<Partial<Record<Question['takes'], NameKind>>> = {
  technology: 'technology',
  technologies: 'technology',
  categories: 'category',
};

/** One question of a recipe. */
export function RecipeQuestion({ question, text, readsSelection, problem, onType }: Props) {
  const { id, title, takes, example, usual } = question;
  const field = `recipe-${id}`;
  const nearest = problem?.is === 'notCountry' ? problem.nearest[0] : undefined;
  const isList = takes === 'companies' || takes === 'companyNames';
  return (
    <div class="recipe-question">
      {isList ? (
        <CompaniesField
          id={field}
          label={title}
          placeholder={example}
          text={text}
          takesNames={takes === 'companyNames'}
          readsSelection={readsSelection}
          onText={onType}
        />
      ) : (
        <>
          <label for={field}>
            {title}
            {usual !== undefined && <span class="quiet-word"> optional</span>}
          </label>
          <NameField
            id={field}
            kind={KINDS_OF_QUESTIONS[takes] ?? null}
            text={text}
            placeholder={example}
            onType={onType}
          />
        </>
      )}
      <p id={`${field}-about`} role="alert" class="problem">
        {problem === undefined ? '' : toAnswerText(problem)}
      </p>
      {nearest !== undefined && (
        <button
          type="button"
          onClick={() => {
            onType(nearest);
            document.getElementById(field)?.focus();
          }}
        >
          Use “{nearest}”
        </button>
      )}
    </div>
  );
}
