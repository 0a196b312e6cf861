import { type FunctionSpec, hintOf } from '../../shared/reference';
import type { ParamSpec } from '../../shared/catalogue/types';

/**
 * The functions as TypeScript that Microsoft's `custom-functions-metadata` reads. Nothing runs it: what that tool makes
 * of it has to equal `toExcelMetadata`, which proves our `functions.json` against Microsoft's own reading.
 * An optional parameter is `fields?: any[][]`: from `any[][] | undefined` the tool makes no matrix.
 *
 * @param addinUrl where the add-in is served
 */
export function toExcelStubs(specs: readonly FunctionSpec[], addinUrl: string): string {
  return ['// generated from shared/catalogue; edit there', ...specs.map((spec) => toStub(spec, addinUrl))].join(
    '\n\n',
  );
}

function toStub(spec: FunctionSpec, addinUrl: string): string {
  const params = [...spec.params.map(toParam), 'invocation?: CustomFunctions.CancelableInvocation'];
  return [
    '/**',
    ` * ${spec.about}`,
    ` * @customfunction ${spec.id} ${spec.id}`,
    ` * @helpurl ${addinUrl.replace(/\/$/, '')}/docs/functions/${spec.id}.html`,
    ...spec.params.map((param) => toParamLine(spec, param)),
    ' * @returns A table.',
    ' * @cancelable',
    ' * @requiresAddress',
    ' */',
    `export declare function ${spec.id}(${params.join(', ')}): Promise<any[][]>;`,
  ].join('\n');
}

function toParamLine(spec: FunctionSpec, param: ParamSpec): string {
  return ` * @param ${param.optional ? `[${param.name}]` : param.name} ${hintOf(spec, param).about}`;
}

function toParam({ name, optional }: ParamSpec): string {
  return `${name}${optional ? '?' : ''}: any[][]`;
}
