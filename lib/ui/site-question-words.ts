/** Asked once per site: does Heed read it rightly? */
export const siteQuestionWords = {
  title: 'Does Heed read this site rightly?',
  about: 'Nobody has said yet that Heed reads these pages rightly. Is this who the page has open?',
  aboutPage:
    'Nobody has said yet that Heed reads these pages rightly. Is this the customer that the page has open?',
  by: 'By what stands on the page:',
  yes: 'Yes, that’s right',
  no: 'No, it’s wrong',
};
