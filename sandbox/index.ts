export { API_KEYS } from './api-keys';
export { PLANTED_DIFFERENCES } from './different-shapes';
export { FAULTS, type Fault } from './faults';
export type { LogEntry } from './request-log';
export { ROUTES } from './routes/table';
export type { Route } from './routes/route';
export { makeSandbox, type Sandbox } from './sandbox';
export { startSandbox, type RunningSandbox } from './server';
export type { SandboxOptions } from './state';
