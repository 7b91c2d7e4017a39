/** Names we give to what came without one. */
export const people = {
  'people.unnamed_workspace': 'My workspace',
  'people.team_of': "{manager}'s team",
} as const;
