-- CreateTable
CREATE TABLE "expenses" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "spent_on" DATE NOT NULL,
    "category" TEXT NOT NULL,
    "lead_source" TEXT,
    "campaign" TEXT,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "expenses_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "expenses_workspace_id_spent_on_idx" ON "expenses"("workspace_id", "spent_on");

-- CreateIndex
CREATE UNIQUE INDEX "expenses_workspace_id_source_external_id_key" ON "expenses"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "leads_workspace_id_first_contacted_on_idx" ON "leads"("workspace_id", "first_contacted_on");

-- CreateIndex
CREATE INDEX "leads_workspace_id_qualified_on_idx" ON "leads"("workspace_id", "qualified_on");

-- CreateIndex
CREATE INDEX "leads_workspace_id_customer_id_idx" ON "leads"("workspace_id", "customer_id");

-- AddForeignKey
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "expenses" ADD CONSTRAINT "expenses_category_known" CHECK ("category" IN ('marketing', 'sales', 'other'));
