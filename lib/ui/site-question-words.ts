/** Asked once per site: does Heed read it rightly? */
export const siteQuestionWords = {
  title: 'Does Heed read this site rightly?',
  about: 'Heed is new to this site. Is this who the page has open?',
  aboutPage: 'Heed is new to this site. Is this the customer that the page has open?',
  by: 'By what stands on the page:',
  yes: 'Yes, that’s right',
  no: 'No, it’s wrong',
};
