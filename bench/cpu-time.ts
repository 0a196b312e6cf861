/** What this process has used of the processors, in milliseconds: what a shared machine gives to others is left out. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
