import { writePrompts } from './write-prompts';

const about = ['price-increase', 'competitor-offer', 'contract-terms'];

/** Price and competitors: what changed and when, honest numbers side by side. */
export const price = writePrompts([
  {
    id: 'say-what-changed',
    when: { about: ['price-increase', 'contract-terms'], phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Say what changed, when and why, before what can be done',
      'It went from {sum} to {sum} on {day}, because {reason}.',
    ],
    es: [
      'Di qué cambió, cuándo y por qué, antes de qué se puede hacer',
      'Pasó de {sum} a {sum} el {day}, porque {reason}.',
    ],
  },
  {
    id: 'what-the-other-does-better',
    when: { handedOver: false, about: ['competitor-offer'], phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'D1',
    en: [
      'Ask what they like about the other one, and write it down',
      'What would be better for you there, apart from the money?',
    ],
    es: [
      'Pregunta qué le gusta de la otra compañía y apúntalo',
      '¿Qué sería mejor para usted allí, aparte del dinero?',
    ],
  },
  {
    id: 'a-whole-year-side-by-side',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    tells: true,
    en: [
      'Both sums for a whole year, side by side, ours as honest as theirs',
      'Over twelve months that is {sum} with us and {sum} there. What weighs most?',
    ],
    es: [
      'Los dos importes de un año entero, uno al lado del otro, el nuestro tan claro como el suyo',
      'En doce meses son {sum} aquí y {sum} allí. ¿Qué pesa más para usted?',
    ],
  },
  {
    id: 'name-what-you-may-give-once',
    when: { about, levels: ['at-risk', 'watch'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X7',
    tells: true,
    retention: true,
    en: [
      'Name once what you may give, with its end and cost; then leave the choice',
      'I can keep the old price, {sum}, until {day}. After that it is {sum}. Think it over, no hurry.',
    ],
    es: [
      'Di una sola vez qué le puedes dar, hasta cuándo y a qué precio; y deja que elija',
      'Puedo mantenerle el precio anterior, {sum}, hasta el {day}. Después serán {sum}. Piénselo sin prisa.',
    ],
  },
  {
    id: 'no-surprise-next-time',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'Say what the next bills will be, in numbers, so that nothing surprises',
      'The next bill is {sum}, the one after it {sum}. I’ll send you both in one message today.',
    ],
    es: [
      'Di en números las próximas facturas, para que nada sorprenda',
      'La próxima factura es de {sum} y la siguiente, de {sum}. Se lo mando hoy en un mensaje.',
    ],
  },
]);
