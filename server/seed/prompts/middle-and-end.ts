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
      'I can do it now on the phone, or somebody comes on Friday. Both are free. Which suits you?',
    ],
    es: [
      'Dos o tres maneras reales, con su hora y su coste; que elija el cliente',
      'Lo hago ahora por teléfono o va alguien el viernes. Las dos son gratis. ¿Cuál le viene mejor?',
    ],
  },
  {
    id: 'say-it-back',
    when: { phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    en: [
      'Say it back in their own nouns and dates',
      'So the light on the grey box went out on Monday. Have I got it right?',
    ],
    es: [
      'Repítalo con sus mismas palabras y fechas',
      'Entonces, la luz del aparato gris se apagó el lunes. ¿Lo he entendido bien?',
    ],
  },
  {
    id: 'say-what-you-do',
    when: { phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X3',
    en: ['Say “I”, and what you are doing right now', 'I’m looking into it now. Give me half a minute.'],
    es: [
      'Diga «yo», y qué está haciendo en este momento',
      'Ahora mismo lo estoy mirando yo. Deme medio minuto.',
    ],
  },
  {
    id: 'ask-what-it-cost-them',
    when: { phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X7',
    en: [
      'Ask what it has cost them: time, money, or somebody waiting',
      'What has this cost you so far, in time or money?',
    ],
    es: [
      'Pregunte qué le ha costado: tiempo, dinero o alguien que esperaba',
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
      'I’ll ring you on Friday by noon, me and nobody else.',
    ],
    es: [
      'Comprométase a una cosa, un día y un nombre, y apúntelo',
      'Le llamo el viernes antes de las doce, yo y nadie más.',
    ],
  },
  {
    id: 'thank-and-say-when',
    when: { phases: ['wrap'], direction: 'inbound' },
    step: 'close',
    source: 'D2',
    en: [
      'Thank them for telling us; say when they hear next',
      'Thank you for telling me. You’ll get a text message by six tonight.',
    ],
    es: [
      'Agradezca que lo haya contado; diga cuándo tendrá noticias',
      'Gracias por contármelo. Esta tarde, antes de las seis, recibe un mensaje.',
    ],
  },
  {
    id: 'their-words-for-why',
    when: { phases: ['wrap'], direction: 'inbound' },
    step: 'diagnose',
    source: 'D1',
    en: [
      'Take down the reason in their words',
      'I’m writing “nobody rang me”. Is that how you would put it?',
    ],
    es: ['Apunte el motivo con sus palabras', 'Apunto «no me llamó nadie». ¿Lo diría usted así?'],
  },
  {
    id: 'anything-else-in-the-way',
    when: { levels: ['at-risk', 'watch'], phases: ['wrap'], direction: 'inbound' },
    step: 'diagnose',
    source: 'D1',
    en: ['Ask what else is in the way', 'Is there anything else that doesn’t work the way it should?'],
    es: ['Pregunte si hay algo más que falle', '¿Hay algo más que no funcione como debería?'],
  },
]);
