-- CreateTable
CREATE TABLE "schedules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "what" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "recurrence" JSONB NOT NULL,
    "zone" TEXT,
    "owner_id" UUID,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "paused_until" DATE,
    "live_since" TIMESTAMPTZ(3) NOT NULL,
    "planned_through" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedules_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "occurrences" (
    "workspace_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "occurrences_pkey" PRIMARY KEY ("workspace_id","schedule_id","slot")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "member_id" UUID,
    "owner_id" UUID,
    "schedule_id" UUID,
    "slot" TEXT,
    "content" JSONB NOT NULL,
    "priority" SMALLINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "failures" SMALLINT NOT NULL DEFAULT 0,
    "is_unsure" BOOLEAN NOT NULL DEFAULT false,
    "tried_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "channel_id" TEXT,
    "ts" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "send_limits" (
    "workspace_id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_limits_pkey" PRIMARY KEY ("workspace_id","bucket")
);

-- CreateIndex
CREATE INDEX "schedules_next_at_idx" ON "schedules"("next_at");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_state_next_at_idx" ON "deliveries"("workspace_id", "state", "next_at");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_schedule_id_slot_idx" ON "deliveries"("workspace_id", "schedule_id", "slot");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_member_id_due_at_idx" ON "deliveries"("workspace_id", "member_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_workspace_id_cause_recipient_key" ON "deliveries"("workspace_id", "cause", "recipient");

-- AddForeignKey
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_workspace_id_schedule_id_fkey" FOREIGN KEY ("workspace_id", "schedule_id") REFERENCES "schedules"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_schedule_id_slot_fkey" FOREIGN KEY ("workspace_id", "schedule_id", "slot") REFERENCES "occurrences"("workspace_id", "schedule_id", "slot") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send_limits" ADD CONSTRAINT "send_limits_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What only these words may say
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_state_check" CHECK ("state" IN ('planned', 'skipped'));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state_check" CHECK ("state" IN ('held', 'planned', 'sending', 'sent', 'failed', 'skipped'));
