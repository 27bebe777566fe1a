import { writePrompts } from './write-prompts';

const about = ['treated-badly', 'wrong-advice'];

/** Treatment by staff: being heard is the repair. Nobody is defended, nobody is blamed. */
export const staff = writePrompts([
  {
    id: 'hear-it-out',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X7',
    en: [
      'Hear it out and write it down; defend nobody, blame nobody',
      'I wasn’t there, and I want to hear it from you. What was said?',
    ],
    es: [
      'Escuche hasta el final y apúntelo; no defienda ni culpe a nadie',
      'Yo no estaba, y quiero oírlo de usted. ¿Qué le dijeron?',
    ],
  },
  {
    id: 'one-answer-that-counts',
    when: { about: ['wrong-advice'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X5',
    tells: true,
    en: [
      'Give one answer that counts, in writing, with your name under it',
      'You were told two different days. It is the 14th; I’ll send you that in writing now, with my name.',
    ],
    es: [
      'Dé una sola respuesta, por escrito y firmada por usted',
      'Le dijeron dos fechas distintas. Es el día 14; se lo envío ahora por escrito, con mi nombre.',
    ],
  },
  {
    id: 'who-takes-it-up',
    when: { about: ['treated-badly'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X7',
    tells: true,
    en: [
      'Say who takes it up and by when; ask whether they want to hear what came of it',
      'Ms Lind, who leads the team, hears the call tomorrow. Shall she ring you, or I?',
    ],
    es: [
      'Diga quién se ocupa y para cuándo; pregunte si quiere saber en qué quedó',
      'La señora Lind, que dirige el equipo, escucha la llamada mañana. ¿Prefiere que le llame ella o yo?',
    ],
  },
  {
    id: 'thank-for-saying-it',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'close',
    source: 'D2',
    en: ['Thank them for saying it: it isn’t easy to say', 'Thank you for telling me. I’d rather know.'],
    es: ['Agradezca que lo haya dicho: no es fácil decirlo', 'Gracias por contármelo. Prefiero saberlo.'],
  },
]);
