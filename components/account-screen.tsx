import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './account-screen.css';

type Props = {
  unsent: number;
  /** a sign-in window is open, and waits */
  busy: boolean;
  onSignIn: () => void;
};

const w = words.account;

export function SignInScreen({ unsent, busy, onSignIn }: Props) {
  return (
    <div className="account-screen">
      <h1>{w.purpose}</h1>
      <Button look="primary" isDisabled={busy} onPress={onSignIn}>
        {w.signIn}
      </Button>
      <p role="status" className="muted">
        {busy ? w.signingIn : unsent > 0 && w.unsent(unsent)}
      </p>
      <p className="muted">{w.elsewhere}</p>
    </div>
  );
}

type BannerProps = Omit<Props, 'unsent'> & {
  /** `expired`: the store wants a new sign-in; `locked`: the keys to the cards are gone, the notes' are not */
  why: 'expired' | 'locked';
};

/** Over a sidebar that goes on working: nothing typed depends on the sign-in. */
export function SignInBanner({ why, busy, onSignIn }: BannerProps) {
  return (
    <div className="account-banner" role="status">
      <p>
        <strong>{why === 'expired' ? w.expired : w.locked}</strong>{' '}
        {why === 'expired' ? w.expiredSafe : w.lockedSafe}
      </p>
      <Button look="accent" isDisabled={busy} onPress={onSignIn}>
        {busy ? w.signingIn : w.signIn}
      </Button>
    </div>
  );
}
