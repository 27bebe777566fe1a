import type { Worded } from '@/lib/platform/language';
import type { chooserEn } from '../chooser-words';

export const chooserEs: Worded<typeof chooserEn> = {
  title: '¿Qué cliente es?',
  why: {
    'identifiers-disagree': 'Los datos de esta página llevan a clientes distintos.',
    'shared-identifier': 'Varios clientes comparten los datos de esta página.',
    'several-people': 'Esta página nombra a varias personas.',
    'only-phone-fits': 'Solo coincide el teléfono; el resto de la página es nuevo para nosotros.',
    unsure: 'Heed no sabe con seguridad de quién trata esta página.',
  },
  foundBy: { email: 'el correo', phone: 'el teléfono', externalId: 'el número de cliente' },
  found: (by) => `por ${by}`,
  pick: 'Es este',
  onPage: 'En la página:',
  onPageLong: (name) => `en la página: ${name}`,
  accountEnd: (end) => `Cuenta …${end}`,
  accountEndShort: (end) => `…${end}`,
  accountEndLong: (end) => `número de cuenta que termina en ${end}`,
  askAccount:
    'Para distinguirlos, pide el número de cuenta y compara cómo termina. No lo leas en voz alta: es lo que demuestra quién es.',
  findByAccount: 'Para distinguirlos, pide el número de cuenta y busca con él.',
  newcomer: 'Alguien nuevo',
  notAllHere:
    'Todavía no han llegado todos los clientes: puede ser uno de los que faltan. Podrás decir «Alguien nuevo» cuando estén todos.',
  unsure:
    '¿Dudas? Pregunta a quien llama. Hasta que elijas solo se muestran los niveles y lo que los distingue.',
};
