import type { RESOURCES, ValueOf } from '../shared/api';

export type Resources = typeof RESOURCES;

type Operations = { readonly [R in keyof Resources]: Resources[R][keyof Resources[R]] }[keyof Resources];
/** Such as `companies.show`. */
export type OperationName = Operations['name'];
type Named<N extends OperationName> = Extract<Operations, { readonly name: N }>;

/** The body of an operation's answer, as the client's schema describes it. */
export type BodyOf<N extends OperationName> = ValueOf<Named<N>['answer']['body']>;

export type CompanyObject = BodyOf<'companies.show'>;
/** A technology of a company, as the company object contains it. */
export type DetectedTechnology = CompanyObject['technologies'][number];
