-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN "last_schedule" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "round" SMALLINT NOT NULL DEFAULT 0;

-- What waits is asked for every minute, of all workspaces, and is little among much that was sent
CREATE INDEX "deliveries_waiting_idx" ON "deliveries"("next_at", "due_at") WHERE "state" IN ('held', 'planned', 'sending');

-- Schedules get numbers in the order in which they were made
ALTER TABLE "schedules" ADD COLUMN "number" SMALLINT;
UPDATE "schedules" SET "number" = numbered.n FROM (
  SELECT "workspace_id", "id", row_number() OVER (PARTITION BY "workspace_id" ORDER BY "id") AS n FROM "schedules"
) numbered WHERE numbered."workspace_id" = "schedules"."workspace_id" AND numbered."id" = "schedules"."id";
ALTER TABLE "schedules" ALTER COLUMN "number" SET NOT NULL;
UPDATE "workspaces" SET "last_schedule" = coalesce((SELECT max("number") FROM "schedules" WHERE "workspace_id" = "workspaces"."id"), 0);

-- CreateIndex
CREATE UNIQUE INDEX "schedules_workspace_id_number_key" ON "schedules"("workspace_id", "number");
