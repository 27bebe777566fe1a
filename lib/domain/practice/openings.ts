import type { Opening } from './practice-item';

/** Ways to begin that go before anything else, each for another kind of loss. */
const good: Omit<Opening, 'good'>[] = [
  {
    id: 'one-sorry',
    intent: {
      en: 'One honest “sorry” for this very thing, then what I do now',
      es: 'Un «lo siento» sincero por esto mismo, y enseguida lo que hago ahora',
    },
    why: {
      en: 'A short apology and then visible work: after about seven seconds of sorry, satisfaction falls.',
      es: 'Una disculpa breve y luego manos a la obra: pasados unos siete segundos de disculpas, la satisfacción baja.',
    },
    source: 'X1',
  },
  {
    id: 'let-finish',
    intent: {
      en: 'Let them finish, then one open question',
      es: 'Dejar que termine y hacer una sola pregunta abierta',
    },
    why: {
      en: 'Hearing comes first: what is behind it isn’t said yet.',
      es: 'Primero se escucha: lo que hay detrás aún no se ha dicho.',
    },
    source: 'D1',
  },
  {
    id: 'own-promise',
    intent: {
      en: 'Name what we said and didn’t do, before they have to',
      es: 'Nombrar lo que dijimos y no hicimos, antes de que lo tenga que hacer el cliente',
    },
    why: {
      en: 'For whether people stay, fair treatment weighs even a little more than the outcome; owning a broken word is just that.',
      es: 'Para quedarse, el trato justo pesa incluso algo más que el resultado; reconocer la palabra incumplida es justo eso.',
    },
    source: 'X7',
  },
  {
    id: 'say-back',
    intent: {
      en: 'Say back what happened, with their own things and dates: “have I got it right?”',
      es: 'Repetir lo ocurrido con sus cosas y sus fechas: «¿lo he entendido bien?»',
    },
    why: {
      en: 'Concrete words show that you listened, and raise satisfaction.',
      es: 'Las palabras concretas demuestran que has escuchado y suben la satisfacción.',
    },
    source: 'X5',
  },
  {
    id: 'i-do-it',
    intent: {
      en: 'Say “I”, and what I myself do next',
      es: 'Hablar en primera persona y decir qué hago yo ahora',
    },
    why: {
      en: '“I” does more than “we”: somebody has taken it on.',
      es: '«Yo» hace más que «nosotros»: alguien se ha hecho cargo.',
    },
    source: 'X4',
  },
  {
    id: 'real-options',
    intent: {
      en: 'Two or three real ways out, each with its time and cost',
      es: 'Dos o tres salidas reales, cada una con su plazo y su coste',
    },
    why: {
      en: 'Looking hard for several ways raises satisfaction, even where none is the one they wanted.',
      es: 'Buscar de verdad varias salidas sube la satisfacción, aunque ninguna sea la deseada.',
    },
    source: 'X1',
  },
  {
    id: 'treatment-first',
    intent: {
      en: 'Take how they were treated as the matter itself, and say who follows it up',
      es: 'Tomar el trato recibido como el asunto en sí y decir quién se ocupa',
    },
    why: {
      en: 'Bad treatment isn’t made good by money: it wants respect, an explanation and a name.',
      es: 'El mal trato no se arregla con dinero: pide respeto, una explicación y un nombre.',
    },
    source: 'X7',
  },
  {
    id: 'ask-how-it-goes',
    intent: {
      en: 'Answer what they asked, then one open question about how it has been with us',
      es: 'Responder a lo que pregunta y luego una pregunta abierta sobre cómo le ha ido con nosotros',
    },
    why: {
      en: 'Who says little may leave without a word. You only know if you ask.',
      es: 'Quien dice poco puede irse sin decir nada. Solo se sabe preguntando.',
    },
    source: 'C2',
  },
  {
    id: 'warm-answer',
    intent: {
      en: 'A warm greeting, and straight to the answer',
      es: 'Un saludo cálido y directo a la respuesta',
    },
    why: {
      en: 'Warm at the start and the end, able in the middle: nothing more is needed here.',
      es: 'Cercanía al principio y al final, eficacia en medio: aquí no hace falta más.',
    },
    source: 'X3',
  },
  {
    id: 'loss-first',
    intent: {
      en: 'Put the loss itself right first: the money, the day, the line',
      es: 'Reparar primero la pérdida misma: el dinero, el día, la línea',
    },
    why: {
      en: 'A fair outcome is what makes this one episode good again. Goodwill comes after.',
      es: 'Un resultado justo es lo que arregla este episodio. Los detalles vienen después.',
    },
    source: 'X7',
  },
  {
    id: 'as-they-wish',
    intent: {
      en: 'Say that I’ll do as they ask, then ask once what led to it',
      es: 'Decir que lo hago como pide y preguntar una vez qué ha pasado',
    },
    why: {
      en: 'Respect first. Whoever isn’t talked round may tell you why, and that helps the next customer.',
      es: 'Primero el respeto. A quien no se le insiste, a veces cuenta el porqué, y eso ayuda al siguiente.',
    },
    source: 'D1',
  },
  {
    id: 'take-complaint',
    intent: {
      en: 'Take it as a complaint, and say what happens next and by when',
      es: 'Tomarlo como una reclamación y decir qué pasa ahora y para cuándo',
    },
    why: {
      en: 'Dissatisfaction said aloud is a complaint, justified or not; it has a right to an answer.',
      es: 'Un descontento dicho en voz alta es una reclamación, con o sin razón; tiene derecho a respuesta.',
    },
    source: 'E2',
  },
];

/** What comes too early, or not at all. */
const poor: Omit<Opening, 'good'>[] = [
  {
    id: 'more-sorry',
    intent: { en: 'Say sorry, and again, and at length', es: 'Pedir perdón, otra vez y por extenso' },
    why: {
      en: 'A long apology lowers satisfaction: it takes the place of help.',
      es: 'Una disculpa larga baja la satisfacción: ocupa el lugar de la ayuda.',
    },
    source: 'X1',
  },
  {
    id: 'policy',
    intent: { en: 'Explain what our policy says', es: 'Explicar lo que dicen nuestras normas' },
    why: {
      en: '“Our policy” keeps you out of it. “I” says that somebody is on it.',
      es: '«Nuestras normas» te deja fuera. «Yo» dice que alguien se ocupa.',
    },
    source: 'X4',
  },
  {
    id: 'discount',
    intent: { en: 'Offer a discount to keep them', es: 'Ofrecer un descuento para retenerlo' },
    why: {
      en: 'It doesn’t fit what was lost. Price is no answer to treatment, waiting or a broken word.',
      es: 'No encaja con lo perdido. El precio no responde al trato, a la espera ni a la palabra rota.',
    },
    source: 'X7',
  },
  {
    id: 'rating',
    intent: { en: 'Ask them to mend their rating', es: 'Pedir que cambie su valoración' },
    why: {
      en: 'Never: that bends the numbers, and tells the customer what you really care for.',
      es: 'Nunca: falsea los números y le dice al cliente qué te importa de verdad.',
    },
    source: 'X6',
  },
  {
    id: 'calm-down',
    intent: { en: 'Ask them to calm down first', es: 'Pedirle que primero se calme' },
    why: {
      en: 'It says that they are the trouble. Being heard is what calms.',
      es: 'Dice que el problema es el cliente. Lo que calma es que le escuchen.',
    },
    source: 'D1',
  },
  {
    id: 'transfer',
    intent: { en: 'Put them through to whoever deals with it', es: 'Pasarle con quien lleve eso' },
    why: {
      en: 'One more step and one more telling: a slow way is a loss of its own.',
      es: 'Un paso más y contarlo otra vez: un camino lento ya es una pérdida.',
    },
    source: 'X7',
  },
  {
    id: 'defend',
    intent: { en: 'Explain why it wasn’t our fault', es: 'Explicar por qué no fue culpa nuestra' },
    why: {
      en: 'Who defends has stopped hearing. Find out why later, and not with the customer.',
      es: 'Quien se defiende ha dejado de escuchar. El porqué se busca después, y no con el cliente.',
    },
    source: 'D1',
  },
  {
    id: 'upsell',
    intent: { en: 'Mention a bigger plan', es: 'Comentar una tarifa superior' },
    why: {
      en: 'The beginning wants warmth. Whatever you sell now says that you didn’t listen.',
      es: 'El principio pide cercanía. Vender ahora dice que no has escuchado.',
    },
    source: 'X3',
  },
  {
    id: 'look-into',
    intent: { en: 'Say that it will be looked into', es: 'Decir que ya se mirará' },
    why: {
      en: 'Nobody, nothing, no date. Name the thing, the day and yourself.',
      es: 'Ni quién, ni qué, ni cuándo. Di la cosa, el día y tu nombre.',
    },
    source: 'X5',
  },
  {
    id: 'wind-up',
    intent: { en: 'Wish a nice day and wind up', es: 'Desear un buen día y terminar' },
    why: {
      en: 'Silence isn’t contentment: those who leave often said nothing.',
      es: 'El silencio no es satisfacción: muchos de los que se van no dijeron nada.',
    },
    source: 'C2',
  },
  {
    id: 'form',
    intent: { en: 'Four quick questions for the form', es: 'Cuatro preguntas rápidas para el formulario' },
    why: {
      en: 'The form is ours. Hear first, tag afterwards.',
      es: 'El formulario es cosa nuestra. Primero escuchar, luego clasificar.',
    },
    source: 'D1',
  },
  {
    id: 'rescue',
    intent: {
      en: 'Treat it as a rescue, with all there is to offer',
      es: 'Tratarlo como un rescate, con todas las ofertas',
    },
    why: {
      en: 'Nothing is lost here. Warm and quick is what fits; a rescue would only puzzle them.',
      es: 'Aquí no hay nada perdido. Encaja lo cálido y rápido; un rescate solo extrañaría.',
    },
    source: 'X3',
  },
];

export const openings: readonly Opening[] = [
  ...good.map((opening) => ({ ...opening, good: true })),
  ...poor.map((opening) => ({ ...opening, good: false })),
];
