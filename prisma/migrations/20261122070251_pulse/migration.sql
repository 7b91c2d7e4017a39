-- CreateTable
CREATE TABLE "pulse_rounds" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "instrument" TEXT NOT NULL,
    "team_id" UUID,
    "questions" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "pulse_rounds_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pulse_invitations" (
    "workspace_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "team_id" UUID,

    CONSTRAINT "pulse_invitations_pkey" PRIMARY KEY ("workspace_id","round_id","member_id")
);

-- CreateTable
CREATE TABLE "pulse_answers" (
    "workspace_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "team_id" UUID,
    "scores" JSONB NOT NULL,
    "comment" TEXT,

    CONSTRAINT "pulse_answers_pkey" PRIMARY KEY ("workspace_id","round_id","token")
);

-- CreateTable
CREATE TABLE "pulse_results" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "team_id" UUID,
    "question" TEXT,
    "answers" INTEGER NOT NULL,
    "total" INTEGER,
    "promoters" INTEGER,
    "detractors" INTEGER,
    "invited" INTEGER,

    CONSTRAINT "pulse_results_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "pulse_rounds_workspace_id_schedule_id_opened_at_idx" ON "pulse_rounds"("workspace_id", "schedule_id", "opened_at");

-- CreateIndex
CREATE INDEX "pulse_rounds_closed_on_closes_at_idx" ON "pulse_rounds"("closed_on", "closes_at");

-- CreateIndex
CREATE INDEX "pulse_results_workspace_id_round_id_idx" ON "pulse_results"("workspace_id", "round_id");

-- AddForeignKey
ALTER TABLE "pulse_rounds" ADD CONSTRAINT "pulse_rounds_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_invitations" ADD CONSTRAINT "pulse_invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_invitations" ADD CONSTRAINT "pulse_invitations_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_invitations" ADD CONSTRAINT "pulse_invitations_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_answers" ADD CONSTRAINT "pulse_answers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_answers" ADD CONSTRAINT "pulse_answers_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_results" ADD CONSTRAINT "pulse_results_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_results" ADD CONSTRAINT "pulse_results_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
