-- CreateTable
CREATE TABLE "standup_answers" (
    "workspace_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "member_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL,

    CONSTRAINT "standup_answers_pkey" PRIMARY KEY ("workspace_id","schedule_id","day","member_id")
);

-- AddForeignKey
ALTER TABLE "standup_answers" ADD CONSTRAINT "standup_answers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standup_answers" ADD CONSTRAINT "standup_answers_workspace_id_schedule_id_fkey" FOREIGN KEY ("workspace_id", "schedule_id") REFERENCES "schedules"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standup_answers" ADD CONSTRAINT "standup_answers_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
