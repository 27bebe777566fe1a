import { writePrompts } from './write-prompts';

const during = (about: string[]) => ({ about, phases: ['during' as const], direction: 'outreach' as const });

/** Not where a colleague began the call: what it asks has been told. */
const untold = (about: string[]) => ({ ...during(about), handedOver: false });

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
      'It was {sum} on {day}. This is put right by now: {matter}. Was there more to it?',
    ],
    es: [
      'Ten la factura abierta: nombra la línea y di qué está ya arreglado',
      'Eran {sum} el {day}. Esto ya está arreglado: {matter}. ¿Hubo algo más?',
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
      'You waited on {day} for nothing. What would the next visit have to be like?',
    ],
    es: [
      'Nombra el día perdido y pregunta cómo tendría que ser la próxima visita',
      'El {day} estuvo esperando para nada. ¿Cómo tendría que ser la próxima visita?',
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
      'It was repaired on {day}. How has it been since, in the evenings too?',
    ],
    es: [
      'Pregunta si ahora funciona y desde cuándo; la reparación no es la prueba',
      'Se reparó el {day}. ¿Cómo ha ido desde entonces, también por las noches?',
    ],
  },
  {
    id: 'outreach-price',
    when: untold(['price-increase', 'competitor-offer', 'contract-terms']),
    step: 'hear',
    source: 'rule:outreach',
    tells: true,
    en: [
      'Hear what made it too dear; argue with no numbers',
      'What changed for you with {sum}: the sum itself, or how you heard of it?',
    ],
    es: [
      'Escucha qué lo hizo demasiado caro; no discutas con cifras',
      '¿Qué cambió para usted con {sum}: el importe o la forma de enterarse?',
    ],
  },
  {
    id: 'outreach-staff',
    when: untold(['treated-badly', 'wrong-advice']),
    step: 'hear',
    source: 'X7',
    en: [
      'Hear what was said to them, word by word; defend nobody',
      'I’d like to hear it in your words. What was said to you?',
    ],
    es: [
      'Escucha qué le dijeron, palabra por palabra; no defiendas a nadie',
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
      'You rang on {day} and again on {day}, and told it each time. Is that right?',
    ],
    es: [
      'Cuenta tú la historia, con sus fechas; el cliente solo corrige',
      'Llamó el {day} y otra vez el {day}, y lo contó cada vez. ¿Es así?',
    ],
  },
  {
    id: 'outreach-leaving',
    when: untold(['wants-to-leave']),
    step: 'diagnose',
    source: 'rule:outreach',
    tells: true,
    en: [
      'They have left or are leaving: learn why, and change nobody’s mind',
      'I’m not calling to change your mind. What was the moment that decided it?',
    ],
    es: [
      'Se ha ido o se va: entérate del porqué y no intentes convencer a nadie',
      'No llamo para hacerle cambiar de idea. ¿Cuál fue el momento que lo decidió?',
    ],
  },
]);
