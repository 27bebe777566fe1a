import type { Worded } from '@/lib/platform/language';
import type { Role } from '@/lib/protocol/roles';
import type { teamsEn } from '../teams-words';

const roleNames: Record<Role, string> = {
  rep: 'agente',
  supervisor: 'supervisor',
  executive: 'directivo',
  administrator: 'administrador',
};

export const teamsEs: Worded<typeof teamsEn> = {
  title: 'Equipos',
  lead: 'Un supervisor ve en la mesa las notas de quienes están en un equipo que supervisa. Los administradores ven las de todos.',
  none: 'No hay equipos: cada supervisor ve las notas de todos. Con el primer equipo, eso se acaba.',
  loading: 'Leyendo los equipos…',
  newName: 'Nombre de un equipo nuevo',
  make: 'Crear este equipo',
  name: (team) => `Nombre de ${team}`,
  rename: 'Cambiar el nombre',
  nameTaken: 'Ya hay un equipo con este nombre: elige otro.',
  noName: 'Ponle un nombre de 80 caracteres como mucho.',
  nobody: 'Todavía no hay nadie.',
  nobodySupervises: 'Nadie lo supervisa: sus notas solo esperan a los administradores.',
  roles: roleNames,
  member: 'pertenece',
  memberLong: (person, team) => `${person} pertenece a ${team}`,
  supervises: 'supervisa',
  supervisesLong: (person, team) => `${person} supervisa ${team}`,
  emailOf: (team) => `Correo de quien entra en ${team}`,
  put: 'Añadir',
  unknown: 'Nadie aquí tiene esta dirección de correo.',
  there: 'Ya está en el equipo.',
  remove: 'Quitar este equipo…',
  removeSure: (team) => `¿Quitar ${team}? Las personas y sus notas se quedan.`,
  removeNow: (team) => `Quitar ${team}`,
  keep: 'Dejarlo',
  notDone: 'No se ha hecho. Nada ha cambiado; inténtalo otra vez.',
  gone: 'Otra persona lo cambió mientras tanto. Así está ahora.',
  someoneElse: 'Ahora hay otra persona en la sesión. Nada ha cambiado.',
  notYours: 'Los equipos son para administradores.',

  card: {
    title: 'Equipos',
    lead: 'Quién pertenece a qué equipo y quién lo supervisa.',
    open: 'Abrir equipos',
  },
};
