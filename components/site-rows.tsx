import { Button } from './ui/button';
import './site-list.css';

type Props = {
  /** `id`: what the site is known by to whoever acts on it */
  sites: readonly { id: string; name: string }[];
  button: string;
  /** the button's name where it stands alone, for who listens */
  buttonLong: (name: string) => string;
  look: 'quiet' | 'accent';
  onPress: (id: string) => void;
};

/** Sites, one below the other, with one thing to do about each. */
export function SiteRows({ sites, button, buttonLong, look, onPress }: Props) {
  return (
    <ul className="site-list">
      {sites.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          <Button look={look} aria-label={buttonLong(name)} onPress={() => onPress(id)}>
            {button}
          </Button>
        </li>
      ))}
    </ul>
  );
}
