import { writePrompts } from './write-prompts';

/** What fits any call that came in, once it is known what it is about, and at its end. */
export const middleAndEnd = writePrompts([
  {
    id: 'two-real-ways',
    when: { levels: ['at-risk', 'watch'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    en: [
      'Two or three real ways, each with a time and a cost; let them choose',
      'It can be {way}, at {time}, or {otherWay}, on {day}. Which suits you?',
    ],
    es: [
      'Dos o tres maneras reales, con su hora y su coste; que elija el cliente',
      'Puede ser {way}, a las {time}, o bien {otherWay}, el {day}. ¿Cuál le viene mejor?',
    ],
  },
  {
    id: 'say-it-back',
    when: { phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    en: [
      'Say it back in their own nouns and dates',
      'So on {day} this happened: {words}. Have I got it right?',
    ],
    es: [
      'Repítelo con sus mismas palabras y fechas',
      'Entonces, el {day} pasó esto: {words}. ¿Lo he entendido bien?',
    ],
  },
  {
    id: 'say-what-you-do',
    when: { phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X3',
    en: ['Say “I”, and what you are doing right now', 'I’m looking into it now. Give me a moment.'],
    es: [
      'Di «yo», y qué estás haciendo en este momento',
      'Ahora mismo lo estoy mirando yo. Deme un momento.',
    ],
  },
  {
    id: 'ask-what-it-cost-them',
    when: { handedOver: false, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X7',
    en: [
      'Ask what it has cost them: time, money, or somebody waiting',
      'What has this cost you so far, in time or money?',
    ],
    es: [
      'Pregunta qué le ha costado: tiempo, dinero o alguien que esperaba',
      '¿Qué le ha costado esto hasta ahora, en tiempo o en dinero?',
    ],
  },
  {
    id: 'one-thing-one-day-one-name',
    when: { phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X5',
    en: [
      'Commit to one thing, one day, one name, and write it down',
      'I’m the one who does this: {promise}, by {due}.',
    ],
    es: [
      'Comprométete a una cosa, un día y un nombre, y apúntalo',
      'De esto me encargo yo: {promise}, como muy tarde {due}.',
    ],
  },
  {
    id: 'thank-and-say-when',
    when: { phases: ['wrap'], direction: 'inbound' },
    step: 'close',
    source: 'D2',
    en: [
      'Thank them for telling us; say when they hear next',
      'Thank you for telling me. You hear from me by {due}.',
    ],
    es: [
      'Agradece que lo haya contado; di cuándo tendrá noticias',
      'Gracias por contármelo. Tendrá noticias mías, como muy tarde {due}.',
    ],
  },
  {
    id: 'their-words-for-why',
    when: { phases: ['wrap'], direction: 'inbound' },
    step: 'diagnose',
    source: 'D1',
    en: ['Take down the reason in their words', 'I’m writing “{words}”. Is that how you would put it?'],
    es: ['Apunta el motivo con sus palabras', 'Apunto «{words}». ¿Lo diría usted así?'],
  },
  {
    id: 'anything-else-in-the-way',
    when: { levels: ['at-risk', 'watch'], phases: ['wrap'], direction: 'inbound' },
    step: 'diagnose',
    source: 'D1',
    en: ['Ask what else is in the way', 'Is there anything else that doesn’t work the way it should?'],
    es: ['Pregunta si hay algo más que falle', '¿Hay algo más que no funcione como debería?'],
  },
]);
