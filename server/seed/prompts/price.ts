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
      'It went from €29 to €34 in October, because the price of the first year ended.',
    ],
    es: [
      'Diga qué cambió, cuándo y por qué, antes de qué se puede hacer',
      'Pasó de 29 a 34 € en octubre, porque terminó el precio del primer año.',
    ],
  },
  {
    id: 'what-the-other-does-better',
    when: { about: ['competitor-offer'], phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'D1',
    en: [
      'Ask what they like about the other one, and write it down',
      'What would be better for you there, apart from the money?',
    ],
    es: [
      'Pregunte qué le gusta de la otra compañía y apúntelo',
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
      'Over twelve months that is €408 with us and €390 there, with €40 to set it up. What weighs most?',
    ],
    es: [
      'Los dos importes de un año entero, uno al lado del otro, el nuestro tan claro como el suyo',
      'En doce meses son 408 € aquí y 390 € allí, más 40 € de alta. ¿Qué pesa más para usted?',
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
      'I can keep the old €29 until the end of March. After that it is €34. Think it over, no hurry.',
    ],
    es: [
      'Diga una sola vez qué le puede dar, hasta cuándo y a qué precio; y deje que elija',
      'Puedo mantenerle los 29 € hasta finales de marzo. Después serán 34 €. Piénselo sin prisa.',
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
      'December is €34, January too. I’ll send you both in one message today.',
    ],
    es: [
      'Diga en números las próximas facturas, para que nada sorprenda',
      'Diciembre son 34 € y enero también. Se lo mando hoy en un mensaje.',
    ],
  },
]);
