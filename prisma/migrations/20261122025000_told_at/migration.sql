-- AlterTable
ALTER TABLE "target_notices" ADD COLUMN "told_at" TIMESTAMPTZ(3);

-- Until now nobody noted whether a message arrived: whoever could be reached counts as told.
UPDATE "target_notices" n SET "told_at" = t."set_at"
FROM "targets" t, "members" m
WHERE t."workspace_id" = n."workspace_id" AND t."id" = n."target_id"
  AND m."workspace_id" = n."workspace_id" AND m."id" = n."member_id" AND m."slack_user_id" IS NOT NULL;
