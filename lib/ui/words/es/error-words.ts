import type { Worded } from '@/lib/platform/language';
import type { errorEn } from '../error-words';

const kept = 'La nota está a salvo en este ordenador.';

export const errorEs: Worded<typeof errorEn> = {
  'not-allowed': {
    what: 'Tu sesión no permite esto.',
    lost: 'No se cambió nada. Habla con tu supervisor si lo necesitas.',
  },
  'bad-input': {
    what: 'Heed no pudo aceptar esto tal como está.',
    lost: 'Lo que escribiste sigue aquí. Cámbialo e inténtalo otra vez.',
  },
  'signed-out': {
    what: 'No has iniciado sesión.',
    lost: 'Las notas sin enviar se quedan en este ordenador y salen cuando inicies sesión.',
  },
  'session-expired': {
    what: 'Tu sesión ha caducado.',
    lost: `${kept} Sale cuando vuelvas a iniciar sesión.`,
  },
  offline: { what: 'No se puede conectar con el servidor.', lost: `${kept} Sale por sí sola.` },
  'server-error': {
    what: 'El servidor respondió con un error.',
    lost: `${kept} Heed lo intenta otra vez por sí solo.`,
  },
  'not-found': { what: 'Eso ya no está.', lost: 'No se pierde nada de lo que escribiste.' },
  'still-asked': {
    what: 'Ya pediste aprobación: una vez en esta llamada, o en otras cinco, y aún espera respuesta.',
    lost: 'No se pidió nada más. Pide otra vez cuando haya respuesta, o retira una.',
  },
  'identity-changed': {
    what: 'La página ya muestra a otra persona.',
    lost: 'No se guardó nada en el cliente equivocado. Mira quién está abierto e inténtalo otra vez.',
  },
  'storage-full': {
    what: 'El disco de este ordenador está lleno: no se pueden guardar palabras nuevas.',
    lost: 'Deja abierta esta ventana. Lo que escribiste sigue aquí, y se pierde si se cierra.',
  },
  'storage-failed': {
    what: 'Este ordenador no pudo guardar las últimas palabras: quizá su disco esté lleno.',
    lost: 'Deja abierta esta ventana. Lo que escribiste sigue aquí, y se pierde si se cierra.',
  },
  'storage-blocked': {
    what: 'Otro Heed más antiguo sigue abierto en este navegador y retiene las notas.',
    lost: 'Lo guardado está a salvo; lo que escribes ahora aún no se guarda. Cierra las otras ventanas de Heed o, si no basta, reinicia el navegador: sigue por sí solo.',
  },
  damaged: {
    what: 'Algunos clientes de este ordenador no se pueden leer.',
    lost: 'No se pierde ninguna nota. Heed los pide otra vez al servidor por sí solo.',
  },
  outdated: {
    what: 'Esta versión de Heed es demasiado antigua para el servidor.',
    lost: 'Las notas se quedan en este ordenador y salen después de actualizar. Reinicia el navegador para actualizar.',
  },
  internal: {
    what: 'Algo falló en Heed.',
    lost: 'Lo que escribiste sigue aquí. Inténtalo otra vez; si sigue igual, recarga esta página.',
  },
};
