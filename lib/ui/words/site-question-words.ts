import { inLanguage } from '@/lib/platform/language';
import { siteQuestionEs } from './es/site-question-words';
/** Asked once per site: does Heed read it rightly? */
export const siteQuestionEn = {
  title: 'Does Heed read this site rightly?',
  about: 'Heed is not sure of this site yet. Is this the customer who is open?',
  by: 'By what stands on the page:',
  yes: 'Yes, that’s right',
  no: 'No, it’s wrong',
} as const;

export const siteQuestionWords = inLanguage(siteQuestionEn, siteQuestionEs);
