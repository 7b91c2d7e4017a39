-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "daily_messages" SMALLINT NOT NULL DEFAULT 5,
ADD COLUMN     "purged_on" DATE;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "daily_messages" SMALLINT;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "beyond" TEXT,
ADD COLUMN     "line" TEXT,
ADD COLUMN     "own_day" DATE,
ADD COLUMN     "told_with" UUID,
ADD COLUMN     "topic" TEXT;

-- CreateTable
CREATE TABLE "quiet_topics" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiet_topics_pkey" PRIMARY KEY ("workspace_id","member_id","topic")
);

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_due_at_idx" ON "deliveries"("workspace_id", "due_at");

-- AddForeignKey
ALTER TABLE "quiet_topics" ADD CONSTRAINT "quiet_topics_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiet_topics" ADD CONSTRAINT "quiet_topics_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits is looked for every minute, among all that has ever been sent
CREATE INDEX "deliveries_held_or_kept" ON "deliveries"("state", "due_at") WHERE "state" IN ('held', 'kept');

-- What only these words may say
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_state_check";
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state_check" CHECK ("state" IN ('held', 'planned', 'sending', 'sent', 'failed', 'skipped', 'kept', 'told'));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_beyond_check" CHECK ("beyond" IN ('goes', 'waits', 'lapses') AND ("topic" IS NULL) = ("beyond" IS NULL));
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_daily_messages_check" CHECK ("daily_messages" BETWEEN 0 AND 100);
ALTER TABLE "members" ADD CONSTRAINT "members_daily_messages_check" CHECK ("daily_messages" BETWEEN 0 AND 100);
