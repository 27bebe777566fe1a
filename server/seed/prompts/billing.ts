import { writePrompts } from './write-prompts';

const about = ['billed-twice', 'bill-unclear', 'refund-missing'];

/** Billing: the lines and their dates, then the money that was lost. */
export const billing = writePrompts([
  {
    id: 'read-the-lines-back',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Read the lines of the bill with their dates, and ask which one they mean',
      'I see €29.90 on the 3rd and again on the 9th. Is it the second one?',
    ],
    es: [
      'Lea las líneas de la factura con sus fechas y pregunte cuál es',
      'Veo 29,90 € el día 3 y otra vez el día 9. ¿Es la segunda?',
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
      'I can send it back to your bank by Thursday, or take it off the next bill. Both cost you nothing.',
    ],
    es: [
      'Primero, el dinero perdido: por qué vías vuelve, con día y coste',
      'Puedo devolvérselo al banco antes del jueves o descontarlo de la próxima factura. Ninguna le cuesta nada.',
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
      'The €12 are for the days from 1 to 14 May, before your month begins. Shall I go on to the next line?',
    ],
    es: [
      'Explique una línea cada vez, con palabras de todos los días',
      'Los 12 € son por los días del 1 al 14 de mayo, antes de que empiece su mes. ¿Paso a la siguiente?',
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
      'I’ll look at the December bill myself on the 2nd, before it goes out, and text you the sum.',
    ],
    es: [
      'Quítele la preocupación por la próxima factura: la mira usted antes',
      'Yo reviso la factura de diciembre el día 2, antes de que salga, y le mando el importe por mensaje.',
    ],
  },
]);
