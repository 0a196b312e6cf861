import type { Problems } from './problem';

/** Problems of names in a formula that Trace does not know or cannot check: one cell says so. */
export const NAME_PROBLEMS = {
  technologyUnknown: {
    title: 'Trace does not know this technology',
    facts: { text: 'Strype', nearest: ['Stripe'] },
    when: "The formula names a technology that is not in Trace's catalog. Use the full name or slug. Trace checks names there once in 30 days, at no cost. So a misspelled name never shows FALSE.",
    next: [
      'Use the name that the sentence suggests.',
      '=TRACE_TECH_SEARCH("part of the name") shows the names and slugs that Trace uses, at no cost.',
    ],
  },
  categoryUnknown: {
    title: 'Trace does not know this category',
    facts: { text: 'Payment', nearest: ['Payments'] },
    when: "The option category= names a category that no technology has, in the answer or in Trace's catalog. Trace has no list of partner categories, so it compares them with the ones in the answer.",
    next: [
      'Use the name that the sentence suggests.',
      '=TRACE_TECH_SEARCH("part of a name") shows technologies with their categories, at no cost.',
    ],
  },
  vendorUnknown: {
    title: 'Trace does not know this vendor',
    facts: { text: 'Gogle', nearest: ['Google'] },
    when: 'The formula names a vendor that Trace does not have.',
    next: ['=TRACE_TECH_SEARCH("a product of the vendor", "name, vendor_slug") shows the slug to use.'],
  },
  countryUnknown: {
    title: 'Trace does not know this country',
    facts: { text: 'Germny', nearest: ['Germany'] },
    when: 'The option country= is neither the English name of a country nor its ISO code. Trace has no company there.',
    next: ['Use the name that the sentence suggests.', 'Or use the ISO code, such as DE or DEU for Germany.'],
  },
  nameUnchecked: {
    title: 'A name could not be checked',
    facts: {
      text: 'Preact',
      why: 'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
    },
    when: "No answer shows this name, and Trace's catalog cannot be asked right now. FALSE is then only a guess, so it is not shown. TRUE stays.",
    next: ['Wait a few minutes, then choose Retry problems in the Trace panel. It costs nothing more.'],
  },
  nameUnreadable: {
    title: 'A name is an error',
    facts: { parameter: 'technologies', shown: '#NAME?', example: '"Stripe"' },
    when: 'The name has no quotes, so the spreadsheet looks for a cell or range of that name and shows #NAME?. Or the cell that holds the name shows an error.',
    next: ['Put quotes around the name, such as "Stripe".', 'Or correct the cell that the name comes from.'],
  },
  listUnknown: {
    title: 'There is no such list',
    facts: { listId: 'lst_404', nearest: [] },
    when: "Your key cannot read a list with this name or id. It may be mistyped, deleted, or someone else's.",
    next: [
      '=TRACE_LISTS() shows the names and ids of your lists, at no cost.',
      'Ask the owner of a list to share it with you.',
    ],
  },
  listAmbiguous: {
    title: 'Several lists have this name',
    facts: { name: 'Large accounts', ids: ['lst_3', 'lst_7'] },
    when: 'Trace lets two lists have the same name, so the name does not say which one you mean.',
    next: ['Use the id of the list, such as =TRACE_LIST("lst_3").', 'Or rename one of them under Lists in the panel.'],
  },
  jobUnknown: {
    title: 'Trace does not know this job',
    facts: { jobId: 'job_404' },
    when: 'Your key did not start a rescan with this id, or Trace no longer keeps it.',
    next: ['Copy the id from the Trace panel.', 'If the job is gone, rescan the companies once more.'],
  },
} as const satisfies Problems;
