/**
 * A hold of the file lapses this long after its last renewal, whoever has it. A run asks for it, and no host grants more. It is
 * longer than a block takes, and short enough that neither a closed panel nor a damaged store locks others out for long.
 * A file of its own: scripts are split by file, and a host needs no more of the lease.
 */
export const LEASE_MS = 120_000;
