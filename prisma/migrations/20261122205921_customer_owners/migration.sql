-- CreateTable
CREATE TABLE "customer_owners" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "owner_id" UUID,

    CONSTRAINT "customer_owners_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "customer_owners_workspace_id_customer_id_ends_on_idx" ON "customer_owners"("workspace_id", "customer_id", "ends_on");

-- AddForeignKey
ALTER TABLE "customer_owners" ADD CONSTRAINT "customer_owners_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_owners" ADD CONSTRAINT "customer_owners_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "customer_owners" ADD CONSTRAINT "customer_owners_span_has_days" CHECK ("starts_on" < "ends_on");

-- Whose they are today they have always been, as far as we know. Customers that deals only mentioned have no history yet.
INSERT INTO "customer_owners" ("workspace_id", "id", "customer_id", "starts_on", "owner_id")
SELECT "workspace_id", gen_random_uuid(), "id", '1970-01-01', "owner_id" FROM "customers" WHERE NOT starts_with("external_id", 'mentioned:');
