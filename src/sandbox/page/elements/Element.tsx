import type { ActionsBlockElement, SectionBlockAccessory } from '@slack/types';
import { Undrawable } from '../blocks/Undrawable.tsx';
import { isField } from '../fields/Field.tsx';
import { ButtonElement } from './ButtonElement.tsx';
import { Chooser } from './Chooser.tsx';
import { OverflowMenu } from './OverflowMenu.tsx';
import { Picture } from './Picture.tsx';

interface Props {
  blockId: string;
  element: ActionsBlockElement | SectionBlockAccessory;
}

/** What can be pressed, chosen or seen inside a section or an actions block. */
export function Element({ blockId, element }: Props) {
  switch (element.type) {
    case 'button':
      return <ButtonElement blockId={blockId} element={element} />;
    case 'overflow':
      return <OverflowMenu blockId={blockId} element={element} />;
    case 'image':
      return <Picture image={element} className="accessory-image" />;
    default:
      if (isField(element)) return <Chooser blockId={blockId} element={element} />;
      return <Undrawable what={`element type ${element.type}`} json={element} />;
  }
}
