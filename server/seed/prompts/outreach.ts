import { writePrompts } from './write-prompts';

const source = 'rule:outreach';

/**
 * We ring them. Whoever picks up is nobody verified: until then not even the reason is said. Then why, at once; whether
 * now is good; and nothing is defended, sold or asked to be graded.
 */
export const outreach = writePrompts([
  {
    id: 'outreach-who-and-for-whom',
    when: { phases: ['start'], direction: 'outreach', unverified: true },
    step: 'open',
    source,
    en: [
      'Say who you are and whom you want to speak to; say no more yet',
      'Good morning, this is Sam from Fjord. May I speak to Marta Kowalczyk?',
    ],
    es: [
      'Diga quién es y con quién quiere hablar; nada más por ahora',
      'Buenos días, soy Samuel, de Fjord. ¿Podría hablar con Marta Kowalczyk?',
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
      'I’m calling because you wrote to us that nobody rang back in October. I want to hear what happened.',
    ],
    es: [
      'Diga en la primera frase por qué llama',
      'Le llamo porque nos escribió que en octubre nadie le devolvió la llamada. Quiero saber qué pasó.',
    ],
  },
  {
    id: 'outreach-is-now-good',
    when: { phases: ['start'], direction: 'outreach' },
    step: 'hear',
    source,
    en: [
      'Ask whether now is good, with the minutes it takes; take a no',
      'Have you got five minutes now, or shall I ring at another time?',
    ],
    es: [
      'Pregunte si es buen momento y cuánto dura; acepte un no',
      '¿Tiene cinco minutos ahora o le llamo en otro momento?',
    ],
  },
  {
    id: 'outreach-selling-nothing',
    when: { phases: ['start'], direction: 'outreach' },
    step: 'open',
    source,
    en: ['Say that you sell nothing, and keep to it', 'I’m not selling anything. I’d like to listen.'],
    es: ['Diga que no vende nada, y cúmplalo', 'No le vendo nada. Quiero escucharle.'],
  },
  {
    id: 'outreach-one-open-question',
    when: { phases: ['during'], direction: 'outreach' },
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
      'You waited at home for five hours and nobody rang. I’m not going to argue with that.',
    ],
    es: [
      'No se defienda ni corrija: repita lo que ha oído',
      'Esperó cinco horas en casa y nadie llamó. Eso no se lo voy a discutir.',
    ],
  },
  {
    id: 'outreach-ask-once-more',
    when: { phases: ['during'], direction: 'outreach' },
    step: 'diagnose',
    source: 'D1',
    en: ['Ask for what lies behind it, once', 'And what was the worst of it for you?'],
    es: ['Pregunte una vez por lo que hay detrás', 'Y de todo eso, ¿qué fue lo peor para usted?'],
  },
  {
    id: 'outreach-what-i-do-with-it',
    when: { phases: ['wrap'], direction: 'outreach' },
    step: 'commit',
    source: 'X5',
    en: [
      'Say what you do with what you heard, and by when; add nothing',
      'I’ll pass it to the people who plan the visits, today. On Friday I’ll tell you what they answer.',
    ],
    es: [
      'Diga qué hará con lo que ha oído, y para cuándo; no añada nada',
      'Hoy mismo se lo paso a quienes organizan las visitas. El viernes le digo qué responden.',
    ],
  },
  {
    id: 'outreach-thank-and-go',
    when: { phases: ['wrap'], direction: 'outreach' },
    step: 'close',
    source: 'D2',
    en: ['Thank them for the minutes, and end', 'Thank you for your time. That helped me, and I’ll use it.'],
    es: ['Agradezca los minutos y despídase', 'Gracias por su tiempo. Me ha ayudado y lo voy a usar.'],
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
      'Pregunte si quiere saber en qué queda, y cómo',
      '¿Quiere saber en qué queda? ¿Por teléfono o por escrito?',
    ],
  },
]);
