import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { historyEn } from '../history-words';

export const historyEs: Worded<typeof historyEn> = {
  title: (notes, answers) =>
    [
      notes > 0 && `Notas anteriores (${notes})`,
      answers > 0 && (notes > 0 ? `respuestas (${answers})` : `Respuestas (${answers})`),
    ]
      .filter(Boolean)
      .join(', '),
  only: 'Solo',
  kinds: { calls: 'Llamadas', answers: 'Respuestas', promises: 'Promesas', offers: 'Ofertas' },
  search: 'Buscar en lo que se dijo',
  nothing: 'Aquí no hay nada así.',
  shown: (n, all) => `${n} de ${plural(all, 'entrada', 'entradas')}`,
  approved: 'aprobado por un supervisor',
  approvedBy: (name) => `aprobado por ${name}`,
  asks: (who, question) => `${who} pregunta: «${question}» Responde editando esta nota.`,
  answered: (when) => `Respuesta, ${when}`,
  score: (score) => (score === null ? 'Sin puntuación' : `${score} de 10`),
};
