import type { FilterFields } from '../../client/resources/list-answers';
import type { SeenNames } from '../../enrich/plan/seen-names';
import type { Tree } from './definition-tree';
import { makeShared } from '../common/shared-value';

/** The definition that is edited, for its groups and conditions. */
interface EditedDefinition {
  readonly fields: FilterFields;
  /** Names in saved answers. */
  readonly seen: SeenNames;
  /** The whole tree. */
  readonly root: Tree;
  readonly onChange: (root: unknown) => void;
}

export const [EditedDefinitionProvider, useEditedDefinition] = makeShared<EditedDefinition>();
