import type { Worded } from '@/lib/platform/language';
import type { sourceEn } from '../source-words';

export const sourceEs: Worded<typeof sourceEn> = {
  X1: 'Una disculpa larga baja la satisfacción; varias maneras reales de arreglarlo la suben. Marinova, Singh y Singh, Journal of Marketing Research, 2018 (mostradores de aerolíneas, no teléfono).',
  X3: 'Palabras cálidas al principio y al final, y competentes en medio. Packard, Li y Berger, Journal of Consumer Research, 2023.',
  X4: '«Yo» funciona mejor que «nosotros». Packard, Moore y McFerran, Journal of Marketing Research, 2018.',
  X5: 'Las palabras concretas demuestran que alguien escucha. Packard y Berger, Journal of Consumer Research.',
  X7: 'Un resultado justo cuenta para esta llamada; un trato justo, para que se queden. Gelbrich y Roschk, revisión de muchos estudios.',
  D1: 'Escuchar, comprender, disculparse, resolver y después averiguar el porqué. Disney Institute.',
  D2: 'Agradecer que lo cuenten. Cleveland Clinic.',
  E2: 'Quien no está satisfecho puede reclamar, con razón o sin ella. Financial Conduct Authority del Reino Unido; en otros lugares los plazos son otros.',
  'rule:verify': 'Regla de Heed: nada de la cuenta antes de saber quién está al teléfono.',
  'rule:outreach':
    'Regla de Heed: a quien se llama se le dice enseguida por qué, se le pregunta si es buen momento, no se le contradice y no se le vende nada.',
  'rule:support': 'Regla de Heed: puede cambiar cómo va la llamada; el porqué no es asunto de nadie aquí.',
};
