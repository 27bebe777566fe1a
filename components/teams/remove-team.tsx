import { useState } from 'react';
import { teamsWords as w } from '@/lib/ui/words/teams-words';
import { Button } from '../ui/button';

type Props = { name: string; isDisabled: boolean; onRemove: () => void };

/** Asks once more before a team goes. */
export function RemoveTeam({ name, isDisabled, onRemove }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <p>
        <Button look="link" isDisabled={isDisabled} onPress={() => setAsking(true)}>
          {w.remove}
        </Button>
      </p>
    );
  return (
    <div className="settings-line">
      <span>{w.removeSure(name)}</span>
      <Button isDisabled={isDisabled} onPress={onRemove}>
        {w.removeNow(name)}
      </Button>
      <Button autoFocus onPress={() => setAsking(false)}>
        {w.keep}
      </Button>
    </div>
  );
}
