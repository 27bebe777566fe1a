import { writePrompts } from './write-prompts';

const source = 'rule:outreach';

/**
 * We ring them. Whoever picks up is nobody verified: until then not even the reason is said. Then why, at once; whether
 * now is good; and nothing is defended, sold or asked to be graded.
 */
export const outreach = writePrompts([
  {
    id: 'outreach-who-and-for-whom',
    when: { phases: ['start', 'during'], direction: 'outreach', unverified: true, underWay: false },
    asksWho: true,
    step: 'open',
    source,
    en: [
      'Say who you are and whom you want to speak to; say no more yet',
      'Hello, this is {rep} from {company}. May I speak to {customer}?',
    ],
    es: [
      'Di quién eres y con quién quieres hablar; nada más por ahora',
      'Hola, soy {rep}, de {company}. ¿Podría hablar con {customer}?',
    ],
  },
  {
    id: 'outreach-why-at-once',
    when: { phases: ['start'], direction: 'outreach', verified: true },
    step: 'open',
    source,
    tells: true,
    en: [
      'Say why you call in the first sentence',
      'I’m calling about this: {matter}. I want to hear from you how it was.',
    ],
    es: [
      'Di en la primera frase por qué llamas',
      'Le llamo por esto: {matter}. Quiero que me cuente cómo fue.',
    ],
  },
  {
    id: 'outreach-is-now-good',
    when: { phases: ['start'], direction: 'outreach' },
    step: 'hear',
    source,
    en: [
      'Ask whether now is good, with the minutes it takes; take a no',
      'Have you got {minutes} now, or shall I ring at another time?',
    ],
    es: [
      'Pregunta si es buen momento y cuánto dura; acepta un no',
      '¿Tiene {minutes} ahora o le llamo en otro momento?',
    ],
  },
  {
    id: 'outreach-selling-nothing',
    when: { phases: ['start'], direction: 'outreach' },
    step: 'open',
    source,
    en: ['Say that you sell nothing, and keep to it', 'I’m not selling anything. I’d like to listen.'],
    es: ['Di que no vendes nada, y cúmplelo', 'No le vendo nada. Quiero escucharle.'],
  },
  {
    id: 'outreach-one-open-question',
    when: { handedOver: false, phases: ['during'], direction: 'outreach' },
    step: 'hear',
    source: 'D1',
    en: ['One open question, then be silent', 'What should have gone differently, in your eyes?'],
    es: ['Una pregunta abierta, y después silencio', 'En su opinión, ¿qué tendría que haber sido distinto?'],
  },
  {
    id: 'outreach-dont-defend',
    when: { phases: ['during'], direction: 'outreach' },
    step: 'restate',
    source,
    en: [
      'Don’t defend, don’t correct: say back what you heard',
      'So for you it was like this: {words}. I’m not going to argue with that.',
    ],
    es: [
      'No te defiendas ni corrijas: repite lo que has oído',
      'Entonces, para usted fue así: {words}. Eso no se lo voy a discutir.',
    ],
  },
  {
    id: 'outreach-ask-once-more',
    when: { phases: ['during'], direction: 'outreach' },
    step: 'diagnose',
    source: 'D1',
    en: ['Ask for what lies behind it, once', 'And what was the worst of it for you?'],
    es: ['Pregunta una vez por lo que hay detrás', 'Y de todo eso, ¿qué fue lo peor para usted?'],
  },
  {
    id: 'outreach-what-i-do-with-it',
    when: { phases: ['wrap'], direction: 'outreach' },
    step: 'commit',
    source: 'X5',
    en: [
      'Say what you do with what you heard, and by when; add nothing',
      'I’ll pass it to {person} today. By {day} I’ll tell you what they answer.',
    ],
    es: [
      'Di qué harás con lo que has oído, y para cuándo; no añadas nada',
      'Hoy mismo se lo paso a {person}. El {day} le digo qué responde.',
    ],
  },
  {
    id: 'outreach-thank-and-go',
    when: { phases: ['wrap'], direction: 'outreach' },
    step: 'close',
    source: 'D2',
    en: ['Thank them for the minutes, and end', 'Thank you for your time. That helped me, and I’ll use it.'],
    es: ['Agradece los minutos y despídete', 'Gracias por su tiempo. Me ha ayudado y lo voy a usar.'],
  },
  {
    id: 'outreach-may-i-ring-again',
    when: { phases: ['wrap'], direction: 'outreach' },
    step: 'commit',
    source,
    en: [
      'Ask whether they want to hear what became of it, and how',
      'Do you want to hear what comes of it? By phone or in writing?',
    ],
    es: [
      'Pregunta si quiere saber en qué queda, y cómo',
      '¿Quiere saber en qué queda? ¿Por teléfono o por escrito?',
    ],
  },
]);
