import { writePrompts } from './write-prompts';

const about = ['billed-twice', 'bill-unclear', 'refund-missing'];

/** Billing: the lines and their dates, then the money that was lost. */
export const billing = writePrompts([
  {
    id: 'read-the-lines-back',
    when: { handedOver: false, about, phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Read the lines of the bill with their dates, and ask which one they mean',
      'I see {sum} on {day}, and {sum} on {day}. Which one do you mean?',
    ],
    es: [
      'Lee las líneas de la factura con sus fechas y pregunta cuál es',
      'Veo {sum} el {day} y {sum} el {day}. ¿Cuál de las dos es?',
    ],
  },
  {
    id: 'money-back-first',
    when: { about: ['billed-twice', 'refund-missing'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X7',
    tells: true,
    en: [
      'The money they lost comes first: which ways back, each with its day and cost',
      'There are two ways: {way}, by {day}, or {otherWay}, by {day}. Which do you want?',
    ],
    es: [
      'Primero, el dinero perdido: por qué vías vuelve, con día y coste',
      'Hay dos maneras: {way}, antes del {day}, o bien {otherWay}, antes del {day}. ¿Cuál prefiere?',
    ],
  },
  {
    id: 'explain-one-line',
    when: { about: ['bill-unclear'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X5',
    tells: true,
    en: [
      'Explain one line at a time, in plain words',
      'This line, {sum}, is for {matter}. Shall I go on to the next one?',
    ],
    es: [
      'Explica una línea cada vez, con palabras de todos los días',
      'Esta línea, {sum}, es por {matter}. ¿Paso a la siguiente?',
    ],
  },
  {
    id: 'next-bill-checked',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'Take the next bill off their mind: you look at it first',
      'I’ll look at the next bill myself on {day}, before it goes out, and write to you with the sum.',
    ],
    es: [
      'Quítale la preocupación por la próxima factura: la miras tú antes',
      'Yo reviso la próxima factura el {day}, antes de que salga, y le escribo con el importe.',
    ],
  },
]);
