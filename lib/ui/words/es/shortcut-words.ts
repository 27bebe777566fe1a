import type { Worded } from '@/lib/platform/language';
import type { shortcutEn } from '../shortcut-words';

export const shortcutEs: Worded<typeof shortcutEn> = {
  title: 'Atajos de teclado',
  chord: 'De la página a Heed, y de vuelta',
  chordWhere:
    'El primero funciona también en la página. Cámbialo en la lista de atajos de extensiones del navegador: chrome://extensions/shortcuts, edge://extensions/shortcuts, o about:addons en Firefox.',
  list: [
    { keys: ['Ctrl', 'Intro'], does: 'Cerrar: guarda la nota y termina la llamada' },
    { keys: ['/'], does: 'Buscar a quien llama' },
    { keys: ['!'], does: 'Anotar una señal' },
    { keys: ['V'], does: 'Quien llama está verificado' },
    { keys: ['N'], does: 'A la nota' },
    { keys: ['A'], does: 'Al motivo de la llamada' },
    { keys: ['O'], does: 'A lo que puedes ofrecer' },
    { keys: ['R'], does: 'A la promesa' },
    { keys: ['M'], does: 'Reclamación: sí o no' },
    { keys: ['W'], does: 'Cliente equivocado: mover esta nota' },
    { keys: ['H'], does: 'Pasar la llamada' },
    { keys: ['P'], does: 'Ocultar o mostrar lo que no deben leer otros' },
    { keys: ['C'], does: 'Plegar Heed' },
    { keys: ['Alt', 'V'], does: 'Cualquiera de estas letras, y / ! ?, con Alt mientras escribes' },
    { keys: ['Alt', '1'], does: 'A la primera llamada, o a la segunda con 2…' },
    { keys: ['Ctrl', 'Z'], does: 'Deshacer el último toque en la nota' },
    { keys: ['?'], does: 'Esta lista; en la nota, donde un ? es texto, Alt ?' },
    { keys: ['Tab'], does: 'A lo siguiente; con Mayús, atrás' },
    { keys: ['←', '→'], does: 'Entre opciones' },
    { keys: ['Esc'], does: 'Cierra lo que esté abierto; deja una nota editada como estaba' },
  ],
  close: 'Cerrar',
};
