-- CreateTable
CREATE TABLE "alert_states" (
    "workspace_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "fired_for" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_states_pkey" PRIMARY KEY ("workspace_id","schedule_id")
);

-- AddForeignKey
ALTER TABLE "alert_states" ADD CONSTRAINT "alert_states_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_states" ADD CONSTRAINT "alert_states_workspace_id_schedule_id_fkey" FOREIGN KEY ("workspace_id", "schedule_id") REFERENCES "schedules"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
