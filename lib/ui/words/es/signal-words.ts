import { MOST_NAMED_A_DAY, MOST_NAMELESS } from '@/lib/domain/signal';
import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { signalEn } from '../signal-words';

export const signalEs: Worded<typeof signalEn> = {
  menu: 'Anotar una señal',
  shortcut: 'Anotar una señal',
  title: 'Anotar una señal',
  kind: '¿Qué notaste?',
  kinds: {
    'new-question': 'Una pregunta nunca oída, o repetida sin respuesta',
    'not-found': 'Algo que los clientes buscan y no encuentran',
    'no-sale': 'Un contacto que debía acabar en venta y no acabó así',
    competitor: 'Algo que la competencia hace mejor',
    'own-experience': 'Mi propia experiencia como cliente',
  },
  line: 'En una línea',
  linePlaceholder: 'Sin nombres de clientes',
  who: 'Se da',
  ways: { named: 'Con mi nombre', nameless: 'Sin mi nombre' },
  named: 'Van con ella tu nombre y el día. La leen los supervisores, y pueden preguntarte más.',
  nameless:
    'Se guarda: tu equipo, el tipo, tu línea, el día. No se guarda: quién eres, a qué hora, qué ordenador. Sale en un momento al azar dentro de un día, sin tu sesión. Se muestra un día después, y solo cuando cinco de tu equipo hayan dado algo este mes.',
  namelessLimit:
    'Lo que escribes aún puede delatarte. Y esto protege de quien lee el servidor, no de quien cambia su programa o escucha en su red.',
  elsewhere:
    'Sin nombre solo sale, este mes, desde el ordenador en que iniciaste sesión primero: cada persona cuenta una vez. Quien puede leer las señales da las suyas con su nombre.',
  notYet: 'Sin nombre funciona cuando este ordenador haya conectado con el servidor este mes.',
  give: 'Dar',
  given: {
    named: 'Anotada. Sale en diez segundos.',
    nameless: 'Anotada. Sale en un momento al azar dentro de un día, sin tu nombre.',
  },
  undo: 'Retirarla',
  tookBack: 'Retirada. No se guarda nada de ella.',
  left: 'Ya ha salido.',
  another: 'Anotar otra',
  done: 'Listo',
  refused: (n) =>
    `${plural(n, 'señal', 'señales')} de este ordenador no se pueden aceptar en el servidor: demasiado antiguas, ya no son de este equipo, más de ${MOST_NAMELESS} sin nombre en un mes, o más de ${MOST_NAMED_A_DAY} con tu nombre en un día. Dilo más tarde o con tu nombre, o ${n === 1 ? 'tírala' : 'tíralas'}.`,
  throwAway: 'Tirar',
  failed: 'No se pudo guardar en este ordenador. Lo que escribiste sigue aquí. Inténtalo otra vez.',
};
