import type { PracticeItem } from './practice-item';

/** Invented for practice: nobody said this. */
export const inEnglish: readonly PracticeItem[] = [
  {
    id: 'en-charged-twice',
    language: 'en',
    theme: 'billing',
    words:
      'You took the March bill twice. I rang on Monday, I rang on Thursday, and both times a nice young man said it was sorted. It’s Tuesday, and the money still isn’t there. That’s three times I’ve told this.',
    level: 'at-risk',
    whyLevel: {
      en: 'A real loss, told three times, and a word broken twice. That drives people away, however friendly they sound.',
      es: 'Una pérdida real, contada tres veces, y una palabra rota dos. Eso echa a la gente, por amable que suene.',
    },
    levelSource: 'X7',
    heard: ['billed-wrongly', 'told-again', 'promise-broken'],
    notHeard: ['price-rise'],
    whyHeard: {
      en: 'The money is only the first of three things: having to tell it again and “it was sorted” are the others.',
      es: 'El dinero es solo lo primero: tener que contarlo otra vez y el «ya está arreglado» son lo demás.',
    },
    good: 'own-promise',
    poor: ['more-sorry', 'transfer'],
  },
  {
    id: 'en-no-rush',
    language: 'en',
    theme: 'cancellation',
    words:
      'No complaints at all, everybody has been very kind. I’d just like to know what notice I have to give, and whether the router goes back in its box. No rush.',
    level: 'at-risk',
    whyLevel: {
      en: 'Polite, and already going: notice and the box are what one asks after deciding.',
      es: 'Educada, y ya se va: el preaviso y la caja se preguntan cuando ya está decidido.',
    },
    levelSource: 'C2',
    heard: ['leaving', 'calm'],
    notHeard: ['praise', 'fault'],
    whyHeard: {
      en: '“Very kind” is courtesy, not praise for the service. What is asked for is the way out.',
      es: '«Muy amables» es cortesía, no un elogio del servicio. Lo que pide es la salida.',
    },
    good: 'ask-how-it-goes',
    poor: ['wind-up', 'discount'],
  },
  {
    id: 'en-eleven-years',
    language: 'en',
    theme: 'fault',
    words:
      'Eleven years I’ve been with you and the line has NEVER been this bad! I want it mended, I’ll keep ringing until it is, and don’t you tell me to go elsewhere. I like my number!',
    level: 'watch',
    whyLevel: {
      en: 'Loud, and staying: who argues still wants something of us. It turns if the line stays bad.',
      es: 'A gritos, y se queda: quien discute aún espera algo de nosotros. Cambia si la línea sigue mal.',
    },
    levelSource: 'C2',
    heard: ['fault', 'angry'],
    notHeard: ['leaving', 'competitor'],
    whyHeard: {
      en: 'Leaving is named only to be ruled out. Anger is how they feel, the line is what it is about.',
      es: 'Irse solo se nombra para descartarlo. El enfado es lo que siente; la línea es el asunto.',
    },
    good: 'one-sorry',
    poor: ['calm-down', 'defend'],
  },
  {
    id: 'en-part-month',
    language: 'en',
    theme: 'billing',
    words:
      'Could you tell me what “service fee, part month” on my first bill means? It’s only four euros, I just like to understand what I pay.',
    level: 'ok',
    whyLevel: {
      en: 'A question, asked in peace. Nothing is wrong; a clear answer is all it takes.',
      es: 'Una pregunta, con calma. No pasa nada; basta una respuesta clara.',
    },
    levelSource: 'X3',
    heard: ['bill-unclear', 'calm'],
    notHeard: ['billed-wrongly', 'angry'],
    whyHeard: {
      en: 'It isn’t said that the bill is wrong. It is said that it can’t be read.',
      es: 'No dice que la factura esté mal. Dice que no se entiende.',
    },
    good: 'warm-answer',
    poor: ['rescue', 'policy'],
  },
  {
    id: 'en-parcel-came',
    language: 'en',
    theme: 'delivery',
    words: 'Parcel came. Thanks.',
    level: 'unknown',
    whyLevel: {
      en: 'Three words. It may be contentment, it may be the last we hear. Unknown is neither good nor bad.',
      es: 'Tres palabras. Puede ser satisfacción o lo último que oigamos. No saber no es ni bueno ni malo.',
    },
    levelSource: 'C2',
    heard: ['nothing-said'],
    notHeard: ['praise', 'late-delivery', 'leaving'],
    whyHeard: {
      en: '“Thanks” is a habit. There is nothing here to write down as a reason.',
      es: '«Thanks» es costumbre. Aquí no hay nada que anotar como motivo.',
    },
    good: 'ask-how-it-goes',
    poor: ['rescue', 'wind-up'],
  },
  {
    id: 'en-a-bit-of-a-fool',
    language: 'en',
    theme: 'price',
    words:
      'My neighbour pays nineteen for the same speed with the other lot. I’ve paid thirty-four since the rise in October. I’m not angry. I just feel a bit of a fool.',
    level: 'at-risk',
    whyLevel: {
      en: 'A rise, a neighbour and a price to compare with: the way out has been looked at already.',
      es: 'Una subida, un vecino y un precio con que comparar: la salida ya está mirada.',
    },
    levelSource: 'C2',
    heard: ['price-rise', 'competitor', 'disappointed'],
    notHeard: ['angry'],
    whyHeard: {
      en: 'They say themselves that it isn’t anger. “A fool” is about being let down by us.',
      es: 'Lo dice: no es enfado. Sentirse «tonto» es que le hemos fallado.',
    },
    good: 'real-options',
    poor: ['policy', 'upsell'],
  },
  {
    id: 'en-sat-in-the-hall',
    language: 'en',
    theme: 'delivery',
    words:
      'I took a day off for the engineer. Nobody came, nobody rang. Then a text: “Sorry we missed you.” I was sitting in the hall!',
    level: 'watch',
    whyLevel: {
      en: 'A first failure, and a bad one: a day is gone. What happens in this call decides which way it goes.',
      es: 'Un primer fallo, y gordo: un día perdido. Lo que pase en esta llamada decide.',
    },
    levelSource: 'X9',
    heard: ['missed-visit', 'angry'],
    notHeard: ['long-wait', 'leaving'],
    whyHeard: {
      en: 'The day off is the loss. The text that blames them is what makes it worse.',
      es: 'La pérdida es el día libre. El mensaje que les echa la culpa lo empeora.',
    },
    good: 'loss-first',
    poor: ['look-into', 'more-sorry'],
  },
  {
    id: 'en-she-sighed',
    language: 'en',
    theme: 'staff',
    words:
      'The woman on the phone sighed at me. Twice. I asked her to speak slower and she said she had other customers. I’ve never been spoken to like that.',
    level: 'at-risk',
    whyLevel: {
      en: 'Treatment weighs more than the matter itself in whether people stay, above all where no money is in it.',
      es: 'El trato pesa más que el asunto en sí para quedarse, sobre todo si no hay dinero de por medio.',
    },
    levelSource: 'X7',
    heard: ['rude-staff', 'disappointed'],
    notHeard: ['long-wait', 'calm'],
    whyHeard: {
      en: '“Never been spoken to like that”: hurt, more than anger. Note the words, and judge no colleague.',
      es: '«Nunca me habían hablado así»: dolido, más que enfadado. Anota sus palabras y no juzgues a nadie.',
    },
    good: 'treatment-first',
    poor: ['discount', 'defend'],
  },
  {
    id: 'en-another-number',
    language: 'en',
    theme: 'waiting',
    words:
      'Forty minutes in the queue, to be told to ring another number, where I waited again. I only wanted to change my address.',
    level: 'watch',
    whyLevel: {
      en: 'Much trouble for a small wish. Settle it now and it is over; one more transfer and it isn’t.',
      es: 'Mucho lío para poca cosa. Si lo resuelves ahora, se acabó; otro desvío, y no.',
    },
    levelSource: 'X7',
    heard: ['long-wait', 'passed-on'],
    notHeard: ['rude-staff', 'price-rise'],
    whyHeard: {
      en: 'Two losses: the time, and being sent on. Nobody was rude.',
      es: 'Dos pérdidas: el tiempo y que le mandaran a otro sitio. Nadie fue grosero.',
    },
    good: 'i-do-it',
    poor: ['transfer', 'form'],
  },
  {
    id: 'en-we-read-now',
    language: 'en',
    theme: 'fault',
    words:
      'It goes off every evening about nine. I’ve stopped reporting it, nothing comes of it. We read now. It’s fine.',
    level: 'at-risk',
    whyLevel: {
      en: 'Who has stopped complaining has stopped hoping. “It’s fine” is the sound of that.',
      es: 'Quien ya no se queja ya no espera nada. «It’s fine» suena a eso.',
    },
    levelSource: 'C2',
    heard: ['fault', 'resigned'],
    notHeard: ['calm', 'new-need'],
    whyHeard: {
      en: 'Resigned sounds like calm. The difference is “nothing comes of it”.',
      es: 'La resignación suena a calma. La diferencia está en «no sirve de nada».',
    },
    good: 'say-back',
    poor: ['wind-up', 'look-into'],
  },
];
