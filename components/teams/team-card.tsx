import { teamsWords as w } from '@/lib/ui/words/teams-words';
import { SettingsCard } from '../settings-page';
import { LineForm } from './line-form';
import { RemoveTeam } from './remove-team';
import { type PersonRow, type Place, TeamPerson, type TeamRow } from './team-person';

type Props = {
  team: TeamRow;
  /** everybody who could be in it */
  people: readonly PersonRow[];
  isDisabled: boolean;
  /** @returns what is wrong, in words; null where it was taken */
  onRename: (name: string) => string | null;
  onRemove: () => void;
  onPlace: (userId: string, place: Place) => void;
};

/** One team: its name, who is in it and as what, and somebody more. */
export function TeamCard({ team, people, isDisabled, onRename, onRemove, onPlace }: Props) {
  const placeOf = ({ id }: PersonRow): Place => ({
    ...{ member: team.members.includes(id), supervises: team.supervisors.includes(id) },
  });
  const isIn = (person: PersonRow) => placeOf(person).member || placeOf(person).supervises;
  const put = (text: string) => {
    const person = people.find(({ email }) => email === text.trim().toLowerCase());
    if (!person) return w.unknown;
    if (isIn(person)) return w.there;
    const supervises = person.role === 'supervisor';
    onPlace(person.id, { member: !supervises, supervises });
    return null;
  };
  const inside = people.filter(isIn);
  return (
    <SettingsCard title={team.name}>
      <ul className="team-people">
        {inside.map((person) => (
          <TeamPerson
            key={person.id}
            {...{ team, person, isDisabled }}
            place={placeOf(person)}
            onPlace={(place) => onPlace(person.id, place)}
          />
        ))}
      </ul>
      {inside.length === 0 && <p className="muted">{w.nobody}</p>}
      {team.supervisors.length === 0 && <p>{w.nobodySupervises}</p>}
      <LineForm
        label={w.emailOf(team.name)}
        button={w.put}
        value=""
        choices={people
          .filter((person) => !isIn(person))
          .map(({ email, name }) => ({ value: email, label: name }))}
        isDisabled={isDisabled}
        onSend={put}
      />
      <LineForm
        key={team.name}
        label={w.name(team.name)}
        button={w.rename}
        value={team.name}
        isDisabled={isDisabled}
        onSend={onRename}
      />
      <RemoveTeam name={team.name} isDisabled={isDisabled} onRemove={onRemove} />
    </SettingsCard>
  );
}
