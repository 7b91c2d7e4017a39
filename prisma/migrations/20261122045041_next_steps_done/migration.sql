-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "next_step_done_on" DATE;

-- What somebody has to do is asked every morning, among all activities there ever were.
CREATE INDEX "activities_next_steps" ON "activities" ("workspace_id", "next_step_owner_id", "next_step_on") WHERE "next_step_on" IS NOT NULL;
