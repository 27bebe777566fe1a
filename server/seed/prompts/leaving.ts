import { writePrompts } from './write-prompts';

const about = ['wants-to-leave'];

/** Cancellation: asked once, made easy, learned from. */
export const leaving = writePrompts([
  {
    id: 'ask-then-take-a-no',
    when: { handedOver: false, about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'D1',
    en: [
      'Ask once what went wrong; if they are sure, make it easy',
      'I’ll do that for you. May I ask what went wrong?',
    ],
    es: [
      'Pregunta una vez qué falló; si está decidido, pónselo fácil',
      'Yo se lo tramito. ¿Me permite preguntarle qué falló?',
    ],
  },
  {
    id: 'how-leaving-goes',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X7',
    tells: true,
    en: [
      'Say how leaving goes: the day, the last bill, what to send back',
      'It ends on {day}, the last bill is {sum}, and this goes back: {matter}.',
    ],
    es: [
      'Di cómo es la baja: el día, la última factura, qué hay que devolver',
      'Termina el {day}, la última factura es de {sum} y hay que devolver esto: {matter}.',
    ],
  },
  {
    id: 'mend-what-drives-them-away',
    when: { about, levels: ['at-risk', 'watch'], phases: ['during'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    retention: true,
    en: [
      'If they are open to it: one thing that would have to be mended, and by when',
      'If this were mended by {day}, would you want to stay: {matter}? If not, I’ll finish it today.',
    ],
    es: [
      'Si lo ves posible: una cosa que habría que arreglar, y para cuándo',
      'Si el {day} esto estuviera arreglado, ¿querría quedarse: {matter}? Si no, lo dejo tramitado hoy.',
    ],
  },
  {
    id: 'leave-the-door-open',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'close',
    source: 'X3',
    tells: true,
    en: [
      'Warm last words, no last attempt',
      'It’s done. Thank you for your time with us, and for telling me why.',
    ],
    es: [
      'Palabras cálidas al final, sin un último intento',
      'Ya está hecho. Gracias por el tiempo con nosotros y por decirme el porqué.',
    ],
  },
]);
