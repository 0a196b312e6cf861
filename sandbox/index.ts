export { API_KEYS } from './api-keys';
/** @internal tests try each */
export { FAULTS } from './faults';
/** @internal tests compare them with the contract */
export { ROUTES } from './routes/table';
export { makeSandbox, type Sandbox } from './sandbox';
export { startSandbox, type RunningSandbox } from './server';
export type { SandboxOptions } from './state';
