import { writePrompts } from './write-prompts';

const phases = ['start', 'during'] as const;

/** By the rep's own tap of what they hear. Fits calls that come in and calls that go out. */
export const emotionPrompts = writePrompts([
  {
    id: 'angry-let-it-out',
    when: { emotions: ['angry'], phases: [...phases] },
    step: 'hear',
    source: 'D1',
    en: ['Let it out; say nothing until there is a pause', 'I’m listening. Take the time you need.'],
    es: ['Deja que se desahogue; no digas nada hasta que haya una pausa', 'Le escucho. Tómese su tiempo.'],
  },
  {
    id: 'angry-energy-on-the-matter',
    when: { emotions: ['angry'], phases: ['during'] },
    step: 'restate',
    source: 'X1',
    en: [
      'Put as much energy into the matter as they do, calm in voice',
      'This shouldn’t have happened. I’m on it now, and I’ll tell you each thing I do.',
    ],
    es: [
      'Pon en el asunto tanta energía como el cliente, con voz tranquila',
      'Esto no tenía que haber pasado. Me pongo ahora y le voy diciendo cada cosa que hago.',
    ],
  },
  {
    id: 'anxious-what-happens-next',
    when: { emotions: ['anxious'], phases: [...phases] },
    step: 'restate',
    source: 'X5',
    en: [
      'Say what happens next, step by step, and what they need not do',
      'First I look, then I ring you back by {time}. Until then you needn’t do anything.',
    ],
    es: [
      'Di qué pasa ahora, paso a paso, y qué no hace falta que haga',
      'Primero lo miro y antes de las {time} le llamo. Hasta entonces no tiene que hacer nada.',
    ],
  },
  {
    id: 'anxious-ask-the-worry',
    when: { handedOver: false, emotions: ['anxious'], phases: ['during'] },
    step: 'hear',
    source: 'D1',
    en: [
      'Ask what worries them most, and take that first',
      'What worries you most about it? I’ll begin there.',
    ],
    es: [
      'Pregunta qué le preocupa más y empieza por ahí',
      '¿Qué es lo que más le preocupa? Empiezo por eso.',
    ],
  },
  {
    id: 'disappointed-what-they-expected',
    when: { handedOver: false, emotions: ['disappointed'], phases: [...phases] },
    step: 'hear',
    source: 'X7',
    en: [
      'Ask what they had counted on, and say it back',
      'You had counted on {matter}. What did it spoil for you?',
    ],
    es: ['Pregunta con qué contaba y repítelo', 'Usted contaba con {matter}. ¿Qué le ha estropeado?'],
  },
  {
    id: 'disappointed-one-thing-right',
    when: { emotions: ['disappointed'], phases: ['during'] },
    step: 'commit',
    source: 'X4',
    en: [
      'Name one thing that you yourself will put right',
      'One thing I can put right today, and I will: {matter}.',
    ],
    es: ['Nombra una cosa que vas a arreglar tú', 'Hay algo que puedo arreglar hoy, y lo haré: {matter}.'],
  },
  {
    id: 'confused-one-thing-at-a-time',
    when: { emotions: ['confused'], phases: [...phases] },
    step: 'restate',
    source: 'X5',
    en: [
      'One thing at a time, in plain words, then a pause',
      'Let’s take just the first thing. Tell me when I should go on.',
    ],
    es: [
      'Una cosa cada vez, con palabras sencillas, y una pausa',
      'Veamos solo lo primero. Dígame cuándo sigo.',
    ],
  },
  {
    id: 'confused-what-it-means-for-them',
    when: { emotions: ['confused'], phases: ['during'] },
    step: 'options',
    source: 'X5',
    en: [
      'Say what it means for them, and what they need to do: often nothing',
      'For you it means one thing: {matter}.',
    ],
    es: [
      'Di qué significa para el cliente y qué tiene que hacer: a menudo, nada',
      'Para usted significa una cosa: {matter}.',
    ],
  },
  {
    id: 'resigned-show-it-is-different',
    when: { emotions: ['resigned'], phases: [...phases] },
    step: 'commit',
    source: 'X4',
    en: [
      'They expect nothing any more: do one small thing now, while they hear it',
      'I won’t ask you to believe me. I’m doing the first step now, while you’re on the line.',
    ],
    es: [
      'Ya no espera nada: haz ahora algo pequeño mientras te oye',
      'No le pido que me crea. Doy el primer paso ahora, mientras está al teléfono.',
    ],
  },
  {
    id: 'resigned-why-they-gave-up',
    when: { handedOver: false, emotions: ['resigned'], phases: ['during'] },
    step: 'diagnose',
    source: 'D1',
    en: ['Ask when they stopped expecting anything', 'When did you think: they won’t manage it?'],
    es: ['Pregunta cuándo dejó de esperar algo', '¿En qué momento pensó: estos no lo van a arreglar?'],
  },
  {
    id: 'calm-straight-to-it',
    when: { emotions: ['calm'], phases: ['during'] },
    step: 'options',
    source: 'X3',
    en: [
      'They are calm: be quick and clear, leave the cushions out',
      'I can do that now. It takes {minutes}.',
    ],
    es: ['Está tranquilo: ve rápido y claro, sin rodeos', 'Eso lo hago ahora. Tarda {minutes}.'],
  },
]);
