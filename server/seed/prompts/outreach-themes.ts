import { writePrompts } from './write-prompts';

const during = (about: string[]) => ({ about, phases: ['during' as const], direction: 'outreach' as const });

/** What we rang about, by what they were unhappy with: heard and mended, never argued and never sold. */
export const outreachThemes = writePrompts([
  {
    id: 'outreach-billing',
    when: during(['billed-twice', 'bill-unclear', 'refund-missing']),
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Have the bill open: name the line, say what is put right already',
      'It was the €29.90 of 9 October. I’ve sent it back to your bank today. Was there more to it?',
    ],
    es: [
      'Tenga la factura abierta: nombre la línea y diga qué está ya arreglado',
      'Eran los 29,90 € del 9 de octubre. Hoy se los he devuelto al banco. ¿Hubo algo más?',
    ],
  },
  {
    id: 'outreach-delivery',
    when: during(['delivery-late', 'engineer-missed']),
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Name the day that was lost, and ask how the next visit has to be',
      'You stayed at home on the 12th for nothing. What would the next visit have to be like?',
    ],
    es: [
      'Nombre el día perdido y pregunte cómo tendría que ser la próxima visita',
      'El día 12 se quedó en casa para nada. ¿Cómo tendría que ser la próxima visita?',
    ],
  },
  {
    id: 'outreach-product',
    when: during(['no-connection', 'slow-internet', 'device-fault']),
    step: 'hear',
    source: 'X7',
    tells: true,
    en: [
      'Ask whether it works now, and since when; don’t take the repair as proof',
      'The line was repaired on the 5th. How has it been since, in the evenings too?',
    ],
    es: [
      'Pregunte si ahora funciona y desde cuándo; la reparación no es la prueba',
      'La línea se reparó el día 5. ¿Cómo ha ido desde entonces, también por las noches?',
    ],
  },
  {
    id: 'outreach-price',
    when: during(['price-increase', 'competitor-offer', 'contract-terms']),
    step: 'hear',
    source: 'rule:outreach',
    tells: true,
    en: [
      'Hear what made it too dear; argue with no numbers',
      'What changed for you with the €34: the sum, or how you heard of it?',
    ],
    es: [
      'Escuche qué lo hizo demasiado caro; no discuta con cifras',
      '¿Qué cambió para usted con los 34 €: el importe o la forma de enterarse?',
    ],
  },
  {
    id: 'outreach-staff',
    when: during(['treated-badly', 'wrong-advice']),
    step: 'hear',
    source: 'X7',
    en: [
      'Hear what was said to them, word by word; defend nobody',
      'I’d like to hear it in your words. What was said to you?',
    ],
    es: [
      'Escuche qué le dijeron, palabra por palabra; no defienda a nadie',
      'Me gustaría oírlo con sus palabras. ¿Qué le dijeron?',
    ],
  },
  {
    id: 'outreach-waiting',
    when: during(['long-wait', 'told-again']),
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Tell the story yourself, with its dates; they only correct it',
      'You rang on the 2nd, the 9th and the 16th, and told it three times. Is that right?',
    ],
    es: [
      'Cuente usted la historia, con sus fechas; el cliente solo corrige',
      'Llamó el 2, el 9 y el 16, y lo contó tres veces. ¿Es así?',
    ],
  },
  {
    id: 'outreach-leaving',
    when: during(['wants-to-leave']),
    step: 'diagnose',
    source: 'rule:outreach',
    tells: true,
    en: [
      'They have left or are leaving: learn why, and change nobody’s mind',
      'I’m not calling to change your mind. What was the moment that decided it?',
    ],
    es: [
      'Se ha ido o se va: entérese del porqué y no intente convencer a nadie',
      'No llamo para hacerle cambiar de idea. ¿Cuál fue el momento que lo decidió?',
    ],
  },
]);
