import { useId } from 'react';
import type { User } from '../../protocol.ts';
import { Avatar } from '../Avatar.tsx';

interface Props {
  me: User;
  users: User[];
  onBecome: (person: string) => void;
}

/** Who the browser is. Everyone but bots can be played. The select lies unseen over name and picture, so that all of it is pressed. */
export function PersonSwitcher({ me, users, onBecome }: Props) {
  const id = useId();
  return (
    <div className="person-switcher">
      <Avatar user={me} />
      <div className="who">
        <label htmlFor={id}>You are</label>
        <b>{me.realName}</b>
      </div>
      <select id={id} value={me.id} onChange={(event) => onBecome(event.target.value)}>
        {users
          .filter((user) => !user.isBot)
          .map((user) => (
            <option key={user.id} value={user.id}>
              {user.title ? `${user.realName} · ${user.title}` : user.realName}
            </option>
          ))}
      </select>
    </div>
  );
}
