import './shortcuts-sheet.css';

type Props = { keys: readonly { keys: readonly string[]; does: string }[] };

/** Keys, and what each does. */
export function KeyList({ keys: list }: Props) {
  return (
    <dl className="shortcuts">
      {list.map(({ keys, does }) => (
        <div key={does} style={{ display: 'contents' }}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
