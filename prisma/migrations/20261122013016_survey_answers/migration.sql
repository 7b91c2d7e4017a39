-- CreateTable
CREATE TABLE "survey_answers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "comment" TEXT,
    "customer_id" UUID,
    "respondent" TEXT,
    "member_id" UUID,
    "product_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answered_on" DATE NOT NULL,
    "solved_at" TIMESTAMPTZ(3),
    "solved_on" DATE,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "survey_answers_workspace_id_instrument_answered_on_idx" ON "survey_answers"("workspace_id", "instrument", "answered_on");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answers_workspace_id_source_external_id_key" ON "survey_answers"("workspace_id", "source", "external_id");

-- AddForeignKey
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_score_on_scale"
  CHECK ("instrument" = 'nps' AND "score" BETWEEN 0 AND 10 OR "instrument" = 'csat' AND "score" BETWEEN 1 AND 5);
