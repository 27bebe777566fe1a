import type { Teams } from '@/lib/protocol/teams';
import { teamsWords as w } from '@/lib/ui/words/teams-words';
import './teams.css';

export type TeamRow = Teams['teams'][number];
export type PersonRow = Teams['people'][number];
/** What somebody is to a team. */
export type Place = { member: boolean; supervises: boolean };

type Props = {
  team: TeamRow;
  person: PersonRow;
  place: Place;
  isDisabled: boolean;
  onPlace: (place: Place) => void;
};

/** Somebody in a team: what they are to it. Without either tick they are in it no more. */
export function TeamPerson({ team, person, place, isDisabled, onPlace }: Props) {
  const tick = (what: keyof Place, short: string, long: string) => (
    <label>
      <input
        type="checkbox"
        aria-label={long}
        checked={place[what]}
        disabled={isDisabled}
        onChange={(event) => onPlace({ ...place, [what]: event.target.checked })}
      />
      {short}
    </label>
  );
  return (
    <li className="settings-line">
      <span>
        <bdi>{person.name}</bdi> <span className="muted">{w.roles[person.role]}</span>
      </span>
      <span className="team-ticks">
        {tick('member', w.member, w.memberLong(person.name, team.name))}
        {(person.role === 'supervisor' || place.supervises) &&
          tick('supervises', w.supervises, w.supervisesLong(person.name, team.name))}
      </span>
    </li>
  );
}
