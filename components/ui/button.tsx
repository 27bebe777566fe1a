import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import './button.css';

type Props = Pick<
  ButtonProps,
  | 'onPress'
  | 'isDisabled'
  | 'type'
  | 'autoFocus'
  | 'slot'
  | 'aria-label'
  | 'aria-describedby'
  | 'aria-expanded'
> & {
  /** at most one `primary` on a screen; `accent` is the next step before it */
  look?: 'primary' | 'accent' | 'plain' | 'quiet' | 'link';
  small?: boolean;
  children: ReactNode;
  'data-shortcut'?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = 'plain', small = false, ...props }: Props) {
  return <AriaButton className="button" data-look={look} data-small={small || undefined} {...props} />;
}

type IconProps = Pick<ButtonProps, 'onPress' | 'isDisabled' | 'slot'> & {
  /** says what it does; also shown on hover */
  label: string;
  icon: LucideIcon;
  /** the picture points somewhere, and elsewhere where text runs from the right */
  mirror?: boolean;
};

export function IconButton({ label, icon: Icon, mirror = false, ...props }: IconProps) {
  return (
    <AriaButton className="icon-button" aria-label={label} {...props}>
      <Icon size={16} strokeWidth={1.75} aria-hidden data-mirror={mirror || undefined}>
        <title>{label}</title>
      </Icon>
    </AriaButton>
  );
}
