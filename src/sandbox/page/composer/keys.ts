/** What a key means in the text box. */
export type Intent = 'send' | 'complete' | 'dismiss' | 'next' | 'previous' | 'older' | 'newer';

const always: Record<string, Intent> = { Enter: 'send', ArrowUp: 'older', ArrowDown: 'newer' };

const whileOffering: Record<string, Intent> = {
  Enter: 'complete',
  Tab: 'complete',
  Escape: 'dismiss',
  ArrowUp: 'previous',
  ArrowDown: 'next',
};

/** `offering`: suggestions are shown. Shift+Enter stays a line break and Shift+Tab a step back. */
export function intentOf(key: string, shift: boolean, offering: boolean): Intent | undefined {
  return shift ? undefined : (offering ? whileOffering : always)[key];
}
