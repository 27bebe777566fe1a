import { writePrompts } from './write-prompts';

/**
 * Somebody needs a call to go another way: pace, form, who else may help. The prompts change how it is said and never
 * say why, for why is nobody's business here.
 */
export const supportPrompts = writePrompts([
  {
    id: 'their-pace',
    when: { supportNeeded: true, phases: ['start', 'during'] },
    step: 'open',
    source: 'rule:support',
    en: [
      'Their pace: one thing, a pause, then the next',
      'There’s no hurry. I’ll go one step at a time, and you say when to go on.',
    ],
    es: [
      'A su ritmo: una cosa, una pausa y la siguiente',
      'No hay prisa. Voy paso a paso y usted me dice cuándo seguir.',
    ],
  },
  {
    id: 'how-would-it-be-easiest',
    when: { supportNeeded: true, phases: ['start', 'during'] },
    step: 'hear',
    source: 'rule:support',
    en: [
      'Ask how it is easiest for them, not why',
      'How is it easiest for you: now on the phone, in writing, or at another hour?',
    ],
    es: [
      'Pregunta cómo le resulta más fácil, no por qué',
      '¿Cómo le resulta más fácil: ahora por teléfono, por escrito o a otra hora?',
    ],
  },
  {
    id: 'nothing-decided-today',
    when: { supportNeeded: true, phases: ['during'] },
    step: 'options',
    source: 'rule:support',
    en: [
      'Nothing has to be decided in this call, and nothing is sold in it',
      'You don’t have to decide anything today. I’ll send it to you in writing.',
    ],
    es: [
      'Nada tiene que decidirse en esta llamada, y en ella no se vende nada',
      'Hoy no tiene que decidir nada. Se lo mando por escrito.',
    ],
  },
  {
    id: 'in-writing-and-slowly',
    when: { supportNeeded: true, phases: ['wrap'] },
    step: 'commit',
    source: 'rule:support',
    en: [
      'Say the one next thing twice, and send it in writing',
      'I’ll ring you on {day} at {time}. {day}, at {time}. You’ll have it in writing too.',
    ],
    es: [
      'Di dos veces lo único que sigue y mándalo por escrito',
      'Le llamo el {day} a las {time}. El {day}, a las {time}. También lo tendrá por escrito.',
    ],
  },
]);
