/**
 * A filter for a text in whatever capitals. Prisma writes it as ILIKE and leaves what ILIKE takes for wildcards in it
 * (prisma/prisma#10810): unescaped, `jane_doe@…` would be `jane.doe@…` as well.
 */
export const sameText = (words: string) => ({
  equals: words.replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});
