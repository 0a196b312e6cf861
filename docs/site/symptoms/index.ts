import { ANSWER_SYMPTOMS } from './answers';
import { CELL_SYMPTOMS } from './cells';
import { CREDIT_SYMPTOMS } from './credits';
import { FORMULA_SYMPTOMS } from './formulas';
import { PLACE_SYMPTOMS } from './places';
import type { Symptom } from './symptom';

/** The most common ones come first. */
export const SYMPTOMS: readonly Symptom[] = [
  ...CELL_SYMPTOMS,
  ...FORMULA_SYMPTOMS,
  ...CREDIT_SYMPTOMS,
  ...ANSWER_SYMPTOMS,
  ...PLACE_SYMPTOMS,
];
