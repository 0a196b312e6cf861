import { companies, flagCompany, jobs, readJobId, refreshCompanies, showJob } from '../../shared/api';
import { noCredits, when, type Call } from './call';

const FLAG = 'Contract check of an API client: nothing is wrong with this company, please close.';

export const refreshCalls: readonly Call[] = [
  {
    operation: companies.refresh,
    credits: noCredits,
    changes: true,
    ask: (_known, { company }) => refreshCompanies([company]),
    learn: (body) => ({ jobId: readJobId(body) }),
  },
  {
    operation: jobs.show,
    credits: noCredits,
    skip: ({ withWrites }) => (withWrites ? null : 'only a rescan starts a job: --with-writes'),
    ask: ({ jobId }) => when(jobId, 'no job was started', showJob),
  },
  {
    operation: companies.flag,
    credits: noCredits,
    changes: true,
    ask: (_known, { company }) => flagCompany(company, FLAG),
  },
];
