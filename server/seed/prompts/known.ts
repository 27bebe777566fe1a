import { writePrompts } from './write-prompts';

/** What we know already, so that nobody has to say it again. All of it tells something of the account. */
export const known = writePrompts([
  {
    id: 'own-the-broken-promise',
    when: { brokenPromise: true, promisedAnew: false, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X1',
    tells: true,
    en: [
      'Name what we promised and didn’t do, before they have to',
      'We said: {broken}, by {brokenDue}. It isn’t done. I’m sorry, and I’ll take that first.',
    ],
    es: [
      'Nombra lo que prometimos y no hicimos, antes de que tenga que hacerlo el cliente',
      'Le dijimos: {broken}, como muy tarde {brokenDue}. No está hecho. Lo siento. Empiezo por ahí.',
    ],
  },
  {
    id: 'stand-by-the-new-day',
    when: { brokenPromise: true, promisedAnew: true, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X1',
    tells: true,
    en: [
      'Name what was late, and the new day that it has; then hear why they call',
      'We were late with this: {broken}. It is promised by {newDue} now, and that stands.',
    ],
    es: [
      'Nombra lo que va con retraso y su nueva fecha; después escucha por qué llama',
      'Esto va con retraso: {broken}. Ahora está prometido como muy tarde {newDue}, y así sigue.',
    ],
  },
  {
    id: 'say-back-what-we-know',
    when: { toldUs: true, handedOver: false, phases: ['start'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Say back in one sentence what they told us last; then ask what is new',
      'I have it like this: {words}. Is that still so, or is there more to it by now?',
    ],
    es: [
      'Di en una frase lo último que nos contó; después pregunta qué hay de nuevo',
      'Lo tengo apuntado así: {words}. ¿Sigue siendo así o hay algo más?',
    ],
  },
  {
    id: 'spare-them-the-story',
    when: { minContacts90: 3, notesHere: true, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X7',
    tells: true,
    en: [
      'Spare them telling it once more',
      'I’ve read the notes on your last calls, so you needn’t start over.',
    ],
    es: [
      'Ahórrale contarlo una vez más',
      'He leído las notas de sus últimas llamadas; no hace falta que empiece de cero.',
    ],
  },
  {
    id: 'one-apology',
    when: { levels: ['at-risk'], minContacts90: 1, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X1',
    tells: true,
    en: [
      'One short apology for what happened, then on to putting it right',
      'I’m sorry about {matter}. Let’s put it right.',
    ],
    es: [
      'Una sola disculpa, breve, por lo que pasó, y a resolverlo',
      'Siento lo que pasó: {matter}. Vamos a arreglarlo.',
    ],
  },
]);

/** Once they have been heard: what is still owed. */
export const stillOwed = writePrompts([
  {
    id: 'new-day-for-the-old-promise',
    when: { brokenPromise: true, promisedAnew: false, phases: ['during', 'wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'The promise that wasn’t kept gets a new day and your own name',
      'We still owe you this: {broken}. I’m doing it myself, by {due}, and I’ll tell you when it is done.',
    ],
    es: [
      'Lo que no se cumplió recibe una fecha nueva y tu propio nombre',
      'Todavía le debemos esto: {broken}. Lo hago yo, como muy tarde {due}, y le aviso cuando esté.',
    ],
  },
]);
