import { writePrompts } from './write-prompts';

const about = ['wants-to-leave'];

/** Cancellation: asked once, made easy, learned from. */
export const leaving = writePrompts([
  {
    id: 'ask-then-take-a-no',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'D1',
    en: [
      'Ask once what went wrong; if they are sure, make it easy',
      'I’ll do that for you. May I ask what went wrong?',
    ],
    es: [
      'Pregunte una vez qué falló; si está decidido, póngaselo fácil',
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
      'It ends on 31 December, the last bill is €17, and the box goes back by post, free.',
    ],
    es: [
      'Diga cómo es la baja: el día, la última factura, qué hay que devolver',
      'Termina el 31 de diciembre, la última factura es de 17 € y el aparato se devuelve por correo, gratis.',
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
      'If the line held by Friday, would you want to stay? If not, I’ll finish it today.',
    ],
    es: [
      'Si lo ve posible: una cosa que habría que arreglar, y para cuándo',
      'Si la línea aguantara desde el viernes, ¿querría quedarse? Si no, lo dejo tramitado hoy.',
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
      'It’s done. Thank you for the years with us, and for telling me why.',
    ],
    es: [
      'Palabras cálidas al final, sin un último intento',
      'Ya está hecho. Gracias por estos años con nosotros y por decirme el porqué.',
    ],
  },
]);
