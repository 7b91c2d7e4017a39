/** Every Web API method the sandbox knows, by name. */
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { filesMethods } from './files.ts';
import type { Method } from './method.ts';
import { usersMethods } from './users.ts';
import { viewsMethods } from './views.ts';

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...authMethods,
    ...chatMethods,
    ...conversationsMethods,
    ...filesMethods,
    ...usersMethods,
    ...viewsMethods,
  }),
);
