-- CreateTable
CREATE TABLE "product_prices" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "list_price" DECIMAL(20,4),
    "currency" CHAR(3),

    CONSTRAINT "product_prices_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "product_prices_workspace_id_product_id_starts_on_idx" ON "product_prices"("workspace_id", "product_id", "starts_on");

-- AddForeignKey
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_workspace_id_product_id_fkey" FOREIGN KEY ("workspace_id", "product_id") REFERENCES "products"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_span_has_days" CHECK ("starts_on" < "ends_on");

-- What is asked today is the first price we know of, and so it holds for all days before.
INSERT INTO "product_prices" ("workspace_id", "id", "product_id", "starts_on", "list_price", "currency")
SELECT "workspace_id", gen_random_uuid(), "id", CURRENT_DATE, "list_price", "currency" FROM "products" WHERE "list_price" IS NOT NULL;
