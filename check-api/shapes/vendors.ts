import type { vendors } from '../../shared/api';
import { company } from './companies';
import { pagination } from './envelope';
import { answers, anyObject, listOf, object, type OperationShape } from './shape';

export const vendorShapes: Readonly<Record<keyof typeof vendors, OperationShape>> = {
  companies: answers('assumed', object({ vendor: anyObject, companies: listOf(company), pagination })),
};
