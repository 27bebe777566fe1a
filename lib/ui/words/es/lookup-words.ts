import type { Worded } from '@/lib/platform/language';
import type { lookupEn } from '../lookup-words';

export const lookupEs: Worded<typeof lookupEn> = {
  title: 'Buscar un cliente',
  hint: 'Teléfono, correo o número de cuenta',
  find: 'Buscar',
  paused: 'Es más de lo que Heed busca en un minuto. No se pierde nada; inténtalo dentro de un minuto.',
  failed: 'Heed no ha respondido. No se pierde nada; inténtalo otra vez.',
  changed:
    'Ahora no se puede empezar con este cliente: ya no se trata de la misma persona. Búscalo otra vez.',
  openPanel: 'Abrir el panel lateral',

  click: {
    title: 'El botón de Heed en la barra de herramientas',
    lead: 'Un clic muestra un campo para buscar a un cliente y un botón que abre el panel lateral.',
    label: 'Abrir directamente el panel lateral',
    failed: 'No se ha podido guardar. No ha cambiado nada; inténtalo otra vez.',
  },

  bar: {
    hint: 'Heed: escribe un teléfono, un correo o un número de cuenta',
    unreadable: 'Heed: esto aún no es un teléfono, un correo ni un número de cuenta',
    signedOut: 'Heed: nadie ha iniciado sesión. Inicia sesión antes, en la barra lateral',
    paused: 'Heed: es más de lo que busca en un minuto. Inténtalo dentro de un minuto',
    found: 'Un cliente responde a esto.',
    find: (said, found) => `Buscar ${said}: ${found}`,
    call: (number, more) => `Llamada con ${number}: ${more}`,
  },
};
