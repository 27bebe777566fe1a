import { writePrompts } from './write-prompts';

const about = ['treated-badly', 'wrong-advice'];

/** Treatment by staff: being heard is the repair. Nobody is defended, nobody is blamed. */
export const staff = writePrompts([
  {
    id: 'hear-it-out',
    when: { handedOver: false, about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X7',
    en: [
      'Hear it out and write it down; defend nobody, blame nobody',
      'I wasn’t there, and I want to hear it from you. What was said?',
    ],
    es: [
      'Escucha hasta el final y apúntalo; no defiendas ni culpes a nadie',
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
      'You were told different things. This is the one that counts: {matter}, on {day}. You get it in writing, signed {rep}.',
    ],
    es: [
      'Da una sola respuesta, por escrito y firmada por ti',
      'Le dijeron cosas distintas. La que vale es esta: {matter}, el {day}. Se la envío por escrito, firmada por {rep}.',
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
      'This goes to {person}, who takes it up by {day}. Who should ring you then, they or I?',
    ],
    es: [
      'Di quién se ocupa y para cuándo; pregunta si quiere saber en qué quedó',
      'De esto se ocupa {person}, como muy tarde el {day}. ¿Prefiere que le llame esa persona o yo?',
    ],
  },
  {
    id: 'thank-for-saying-it',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'close',
    source: 'D2',
    en: ['Thank them for saying it: it isn’t easy to say', 'Thank you for telling me. I’d rather know.'],
    es: ['Agradece que lo haya dicho: no es fácil decirlo', 'Gracias por contármelo. Prefiero saberlo.'],
  },
]);
