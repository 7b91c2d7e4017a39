import type { ActionsBlockElement, SectionBlockAccessory } from '@slack/types';
import { Undrawable } from '../blocks/Undrawable.tsx';
import { ButtonElement } from './ButtonElement.tsx';
import { OverflowMenu } from './OverflowMenu.tsx';
import { Picture } from './Picture.tsx';
import { StaticSelect } from './StaticSelect.tsx';
import { UsersSelect } from './UsersSelect.tsx';

interface Props {
  blockId: string;
  element: ActionsBlockElement | SectionBlockAccessory;
}

/** What can be pressed, chosen or seen inside a section or an actions block. */
export function Element({ blockId, element }: Props) {
  switch (element.type) {
    case 'button':
      return <ButtonElement blockId={blockId} element={element} />;
    case 'static_select':
      return <StaticSelect blockId={blockId} element={element} />;
    case 'users_select':
      return <UsersSelect blockId={blockId} element={element} />;
    case 'overflow':
      return <OverflowMenu blockId={blockId} element={element} />;
    case 'image':
      return <Picture image={element} className="accessory-image" />;
    default:
      return <Undrawable what={`element type ${element.type}`} json={element} />;
  }
}
