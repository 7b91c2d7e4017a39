import type { User } from '../protocol.ts';

interface Props {
  user: Pick<User, 'realName' | 'color'>;
  iconUrl?: string;
  size?: 'small' | 'large';
}

/** A person's square: their picture, or initials on their colour, darkened until white can be read on it. The name always stands beside it, so it is decoration. */
export function Avatar({ user, iconUrl, size = 'large' }: Props) {
  if (iconUrl) {
    const src = `/sandbox/proxy?${new URLSearchParams({ url: iconUrl })}`;
    return <img className={`avatar ${size}`} src={src} alt="" />;
  }
  const initials = user.realName.split(/\s+/).map((word) => [...word][0] ?? '');
  return (
    <span
      className={`avatar ${size}`}
      style={{ backgroundColor: `color-mix(in srgb, #${user.color} 68%, black)` }}
      aria-hidden="true"
    >
      {initials.length > 1 ? `${initials[0]}${initials.at(-1)}` : initials[0]}
    </span>
  );
}
