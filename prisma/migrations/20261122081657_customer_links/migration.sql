-- AlterTable
ALTER TABLE "survey_answers" ADD COLUMN     "call_at" TIMESTAMPTZ(3),
ADD COLUMN     "call_by_id" UUID,
ADD COLUMN     "reference_at" TIMESTAMPTZ(3),
ADD COLUMN     "reference_by_id" UUID,
ADD COLUMN     "solution" TEXT,
ADD COLUMN     "solved_by_id" UUID,
ADD COLUMN     "typed_by_id" UUID;

-- CreateTable
CREATE TABLE "customer_links" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "respondent" TEXT,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_links_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "customer_links_workspace_id_customer_id_asked_at_idx" ON "customer_links"("workspace_id", "customer_id", "asked_at");

-- CreateIndex
CREATE INDEX "survey_answers_workspace_id_customer_id_answered_on_idx" ON "survey_answers"("workspace_id", "customer_id", "answered_on");

-- AddForeignKey
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
