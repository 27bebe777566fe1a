import type { Worded } from '@/lib/platform/language';
import type { siteQuestionEn } from '../site-question-words';

export const siteQuestionEs: Worded<typeof siteQuestionEn> = {
  title: '¿Lee Heed bien este sitio?',
  about: 'Heed todavía no está seguro de este sitio. ¿Es este el cliente que está abierto?',
  by: 'Por lo que dice la página:',
  yes: 'Sí, es correcto',
  no: 'No, está mal',
};
