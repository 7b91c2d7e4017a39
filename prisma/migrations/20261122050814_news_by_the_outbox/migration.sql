-- Whoever was to be told before has been told, or could not be
ALTER TABLE "target_notices" DROP COLUMN "told_at", ADD COLUMN "planned_at" TIMESTAMPTZ(3);
UPDATE "target_notices" SET "planned_at" = now();

-- CreateIndex
CREATE INDEX "target_notices_planned_at_idx" ON "target_notices"("planned_at");
